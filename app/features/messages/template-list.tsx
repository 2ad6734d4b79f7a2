import { Link } from "@remix-run/react";
import { Disclosure } from "#app/components/disclosure.tsx";
import { When } from "#app/components/when.tsx";

interface Own {
  id: string;
  name: string;
  body: string;
  updatedAt: string;
  updatedByName: string | null;
}

/** An employer's templates, and ours to begin with. */
export function TemplateList({
  own,
  starters,
  mayEdit,
}: {
  own: readonly Own[];
  starters: readonly { id: string; name: string; body: string }[];
  mayEdit: boolean;
}) {
  return (
    <div className="stack">
      <section aria-labelledby="own" className="stack--tight">
        <h2 id="own">Yours</h2>
        {own.length === 0 ? (
          <p className="soft">None yet. Begin with one of the examples below, or with nothing.</p>
        ) : (
          <ul className="template-list">
            {own.map(({ id, name, body, updatedAt, updatedByName }) => (
              <li key={id}>
                <h3>{mayEdit ? <Link to={`/employer/templates/${id}`}>{name}</Link> : name}</h3>
                <p className="soft small">
                  Changed <When at={updatedAt} kind="relative" />
                  {updatedByName ? ` by ${updatedByName}` : ""}
                </p>
                <Disclosure summary={`Read “${name}”`}>
                  <p className="written">{body}</p>
                </Disclosure>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="examples" className="stack--tight">
        <h2 id="examples">Examples</h2>
        <p className="soft">You can send these as they are, or make them yours.</p>
        <ul className="template-list">
          {starters.map(({ id, name, body }) => (
            <li key={id}>
              <h3>{name}</h3>
              <Disclosure summary={`Read “${name}”`}>
                <p className="written">{body}</p>
              </Disclosure>
              {mayEdit ? (
                <p>
                  <Link
                    aria-label={`Make it yours: ${name}`}
                    to={`/employer/templates/new?from=${id}`}
                  >
                    Make it yours
                  </Link>
                </p>
              ) : null}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
