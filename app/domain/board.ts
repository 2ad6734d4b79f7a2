/** Who runs this board, as a mail's footer must say. */
export const BOARD = {
  name: "CareerCenter",
  postalAddress: "CareerCenter, 410 Ledger Street, Suite 300, Columbus, OH 43215",
} as const;
