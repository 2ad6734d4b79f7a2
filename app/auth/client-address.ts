import { isIPv6 } from "node:net";

/** What a throttle counts an address by: an IPv6 customer has a whole /64, so that is one client. */
export function throttleAddress(ip: string): string {
  const [address = ""] = ip.split("%");
  if (!isIPv6(address) || address.includes(".")) return ip;
  const [head = "", tail] = address.split("::");
  const start = head ? head.split(":") : [];
  const end = tail ? tail.split(":") : [];
  const missing = tail === undefined ? 0 : 8 - start.length - end.length;
  const groups = [...start, ...Array<string>(missing).fill("0"), ...end];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}
