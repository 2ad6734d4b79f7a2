import type { IncomingMessage } from "node:http";
import { BlockList, isIP } from "node:net";
import type { RequestHandler } from "express";

/** Whether an address is the trusted proxy: one address or a CIDR range; null trusts nobody. */
export function trustOf(proxy: string | null): (address: string) => boolean {
  if (!proxy) return () => false;
  const [network = "", prefix] = proxy.split("/");
  const list = new BlockList();
  const family = isIP(network) === 6 ? "ipv6" : "ipv4";
  if (prefix === undefined) list.addAddress(network, family);
  else list.addSubnet(network, Number(prefix), family);
  return (address) => {
    const plain = plainAddress(address);
    return isIP(plain) !== 0 && list.check(plain, isIP(plain) === 6 ? "ipv6" : "ipv4");
  };
}

/** An IPv4 address as itself, not as the IPv6 form a dual-stack socket reports. */
export const plainAddress = (address: string | undefined): string =>
  (address ?? "").replace(/^::ffff:(?=\d+\.)/i, "");

/**
 * Drops every header by which a client could speak for another one. From the trusted proxy the address and
 * the scheme stay; a forwarded host or port never does (Remix would build `request.url` from it).
 */
export function dropForwardedHeaders(isTrusted: (address: string) => boolean): RequestHandler {
  return (req, _res, next) => {
    const { headers } = req;
    delete headers["x-forwarded-host"];
    delete headers["x-forwarded-port"];
    delete headers.forwarded;
    if (!isTrusted(req.socket.remoteAddress ?? "")) {
      delete headers["x-forwarded-for"];
      delete headers["x-forwarded-proto"];
    }
    next();
  };
}

/**
 * Who asks: the address of the connection, or what the trusted proxy says of it: the nearest of the forwarded addresses
 * that is not itself trusted, as Express reads it.
 */
export function clientAddress(
  { socket, headers }: Pick<IncomingMessage, "socket" | "headers">,
  isTrusted: (address: string) => boolean,
): string | undefined {
  const { remoteAddress } = socket;
  if (!isTrusted(remoteAddress ?? "")) return remoteAddress;
  const forwarded = String(headers["x-forwarded-for"] ?? "")
    .split(",")
    .map((one) => one.trim())
    .filter(Boolean)
    .toReversed();
  return forwarded.find((one) => !isTrusted(one)) ?? forwarded.at(-1) ?? remoteAddress;
}
