import { Link } from "@remix-run/react";
import { Badge } from "#app/components/badge.tsx";
import { FamilyChip } from "#app/components/family-chip.tsx";
import type { CoderCard } from "./find-coders.server.ts";

/** Found coders, as far as this employer may see them. */
export function CoderList({ coders }: { coders: readonly CoderCard[] }) {
  return (
    <ul className="application-list">
      {coders.map((coder) => (
        <li key={coder.publicId}>
          <Coder coder={coder} />
        </li>
      ))}
    </ul>
  );
}

function Coder({ coder }: { coder: CoderCard }) {
  const { publicId, title, code, headline, place, workModes, available } = coder;
  const facts = [place, workModes, available && `Available: ${available}`].filter(Boolean);
  return (
    <article className="application-line coder-card">
      <div className="application-line__head">
        <h2>
          <Link to={`/employer/coders/${publicId}`}>
            {title}
            {code ? <span className="visually-hidden">, code {code}</span> : null}
          </Link>
        </h2>
        {code ? (
          <span aria-hidden="true" className="code soft small">
            {code}
          </span>
        ) : null}
        {code ? <Badge>Anonymous</Badge> : null}
        {coder.invited ? <Badge tone="accent">Invited</Badge> : null}
      </div>
      {headline ? <p>{headline}</p> : null}
      {facts.length > 0 ? <p className="soft small">{facts.join(" · ")}</p> : null}
      {coder.credentials.length > 0 ? (
        <p className="small">{coder.credentials.join("; ")}</p>
      ) : null}
      <ul className="coder-card__families">
        {coder.families.map(({ family, note }) => (
          <li key={family.id}>
            <FamilyChip family={family} note={note} />
          </li>
        ))}
      </ul>
      {coder.moreFamilies > 0 ? (
        <p className="soft small">
          and {coder.moreFamilies} more {coder.moreFamilies === 1 ? "family" : "families"}
        </p>
      ) : null}
    </article>
  );
}
