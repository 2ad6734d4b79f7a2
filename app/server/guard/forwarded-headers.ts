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
