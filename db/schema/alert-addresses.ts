import type { Generated } from "kysely";

/** Somebody without an account who confirmed that they want alerts. */
export interface AlertAddressesTable {
  id: Generated<string>;
  email: string;
  /** Opens the page where they change or stop their alerts; every mail carries it. */
  manageToken: string;
  createdAt: Generated<Date>;
}

/** Alerts asked for and not confirmed yet. */
export interface AlertRequestsTable {
  id: Generated<string>;
  email: string;
  params: string;
  asks: string;
  frequency: "instant" | "daily" | "weekly";
  tokenHash: string;
  createdAt: Generated<Date>;
}

/** Addresses that never want an alert again. */
export interface AlertSuppressionsTable {
  emailHash: string;
  createdAt: Generated<Date>;
}
