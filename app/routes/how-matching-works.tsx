import type { MetaFunction } from "@remix-run/node";
import { Link } from "@remix-run/react";
import { openToEveryone } from "#app/auth/guards.server.ts";
import { DataTable } from "#app/components/data-table.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { COUNTED_IN_PART } from "#app/domain/match-partly.ts";
import {
  ASPECT_LABELS,
  FIRST_LACKING,
  MATCH_ASPECTS,
  MATCH_WEIGHTS,
} from "#app/domain/match-weights.ts";
import { handled } from "#app/web/handled.server.ts";
import type { SameForEveryone } from "#app/web/rendered-pages.server.ts";

export const handle: SameForEveryone = { sameForEveryone: true };

export const meta: MetaFunction = () => [
  { title: "How the match works · CareerCenter" },
  {
    name: "description",
    content: "What a match between a coder and a job is made of, point by point.",
  },
];

export const loader = handled(async () => {
  openToEveryone();
  return null;
});

const FIRST = `${FIRST_LACKING * 100}%`;

const ROWS = MATCH_ASPECTS.map((aspect) => ({
  id: aspect,
  label: ASPECT_LABELS[aspect],
  ...MATCH_WEIGHTS[aspect],
}));

export default function HowMatchingWorks() {
  return (
    <div className="page page--reading">
      <PageHeader
        lede="A match starts from 100. Each thing a job asks and a profile lacks takes points off. Coder and employer read the same lines and the same points."
        title="How the match works"
      />
      <section aria-labelledby="weights" className="stack--tight">
        <h2 id="weights">What each line can take off</h2>
        <DataTable
          caption="At most, of 100 points"
          columns={[
            { header: "Line", cell: ({ label }) => label },
            { header: "Points", align: "end", cell: ({ points }) => points },
            { header: "Why so many", cell: ({ because }) => sentence(because) },
          ]}
          rows={ROWS}
        />
        <p>
          In a line of several things, such as families, the one you lack most takes {FIRST} of the
          line, the next {FIRST} of what is left, and so on: a must-have is a must-have, however
          many others you cover. A line the job does not ask for takes nothing.
        </p>
      </section>
      <section aria-labelledby="in-part" className="stack--tight">
        <h2 id="in-part">What counts in part</h2>
        <p>
          Experience in the family itself, for the months asked and used lately, leaves nothing
          lacking. Less counts in part:
        </p>
        <DataTable
          caption="What counts toward something asked"
          columns={[
            { header: "What you have", cell: ({ what }) => what },
            { header: "How far it counts", cell: ({ worth }) => worth },
          ]}
          rows={COUNTED_IN_PART}
        />
      </section>
      <section aria-labelledby="never" className="stack--tight">
        <h2 id="never">What never happens</h2>
        <ul className="plain-list">
          <li>Adding experience never lowers a match.</li>
          <li>A job that asks for fewer months, or for less, never matches you less.</li>
          <li>Age, name, photo, school and gender are not looked at.</li>
          <li>
            Nobody is refused by a match. An employer can set conditions of a job; you read them,
            and what you lack, before you apply.
          </li>
        </ul>
      </section>
      <p>
        On a job&rsquo;s page, signed in, open &ldquo;Line by line&rdquo; to see each point of your
        match and what would raise it. <Link to="/jobs">Search jobs</Link>
      </p>
    </div>
  );
}

/** The reasons stand in lower case beside their figures; here each is a sentence. */
const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
