import { notFound } from "./handled.server.ts";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** An id from an address; anything that cannot be one is the 404 of an unknown id. */
export function uuidParam(value: string | undefined): string {
  if (value && UUID.test(value)) return value.toLowerCase();
  throw notFound();
}
