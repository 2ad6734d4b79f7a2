/** True when a browser asks ahead of a click that may never come: nothing is written for it. */
export const isPrefetch = ({ headers }: Request): boolean =>
  /prefetch/.test(`${headers.get("Sec-Purpose")} ${headers.get("Purpose")}`);
