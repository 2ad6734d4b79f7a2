import { Link } from "@remix-run/react";
import type { Neighbours } from "./read-neighbours.server.ts";

/** From one application to the next, in the order and with the filter of the list they were opened from. */
export function NeighboursNav({ neighbours }: { neighbours: Neighbours | null }) {
  if (!neighbours || neighbours.total < 2) return null;
  const { previous, next, place, total, words } = neighbours;
  return (
    <nav aria-label="Applications in this order" className="neighbours">
      {previous ? (
        <Link rel="prev" to={previous}>
          Previous
        </Link>
      ) : null}
      <span className="soft small">
        <span className="figure">
          {place.toLocaleString("en-US")} of {total.toLocaleString("en-US")}
        </span>
        : {words}
      </span>
      {next ? (
        <Link rel="next" to={next}>
          Next
        </Link>
      ) : null}
    </nav>
  );
}
