import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button } from "#app/components/button.tsx";
import { TextField } from "#app/components/field.tsx";
import { When } from "#app/components/when.tsx";
import type { PrivacyPage } from "./read-privacy.server.ts";

/** Employers that must not see the profile: looked up by name, put on the list and taken off it. */
export function HideFromEmployers({
  page: { hiddenFrom, found, words },
}: {
  page: Pick<PrivacyPage, "hiddenFrom" | "found" | "words">;
}) {
  return (
    <section aria-labelledby="hide-from" className="stack--tight">
      <h2 className="section-heading" id="hide-from">
        Hidden from these employers
      </h2>
      <p>
        Your present employer, for instance. They are not told, and people of their team do not find
        you for another employer either. They keep the applications you sent them.
      </p>
      {hiddenFrom.length > 0 ? (
        <ul className="mark-list">
          {hiddenFrom.map(({ id, name, slug }) => (
            <li key={id}>
              <Link to={`/employers/${slug}`}>{name}</Link>
              <OneEmployer id={id} intent="show-to">
                Show again<span className="visually-hidden"> to {name}</span>
              </OneEmployer>
            </li>
          ))}
        </ul>
      ) : (
        <p className="soft">None.</p>
      )}
      <Form
        action="/applicant/privacy"
        className="form privacy-search"
        preventScrollReset
        role="search"
      >
        <TextField defaultValue={words} label="Employer's name" maxLength={80} name="employer" />
        <Button variant="secondary">Find employers</Button>
      </Form>
      {found === null ? null : found.length > 0 ? (
        <ul aria-label="Employers found" className="mark-list">
          {found.map(({ id, name, place }) => (
            <li key={id}>
              <span>
                {name} {place ? <span className="soft small">{place}</span> : null}
              </span>
              <OneEmployer id={id} intent="hide-from">
                Hide from<span className="visually-hidden"> {name}</span>
              </OneEmployer>
            </li>
          ))}
        </ul>
      ) : (
        <p role="status">
          No employer here has “{words}” in its name, or you hide from it already.
        </p>
      )}
    </section>
  );
}

/** Employers that know an anonymous person's name because an invitation was accepted. */
export function NameReveals({ reveals }: { reveals: PrivacyPage["reveals"] }) {
  if (reveals.length === 0) return null;
  return (
    <section aria-labelledby="reveals" className="stack--tight">
      <h2 className="section-heading" id="reveals">
        Employers that see your name
      </h2>
      <p>You accepted an invitation of theirs. Employers you applied to see it as well.</p>
      <ul className="mark-list">
        {reveals.map(({ id, name, slug, since }) => (
          <li key={id}>
            <span>
              <Link to={`/employers/${slug}`}>{name}</Link>{" "}
              <span className="soft small">
                since <When at={since} />
              </span>
            </span>
            <OneEmployer id={id} intent="hide-name">
              Hide my name again<span className="visually-hidden"> from {name}</span>
            </OneEmployer>
          </li>
        ))}
      </ul>
    </section>
  );
}

function OneEmployer({
  id,
  intent,
  children,
}: {
  id: string;
  intent: "hide-from" | "show-to" | "hide-name";
  children: ReactNode;
}) {
  return (
    <Form method="post" preventScrollReset>
      <input name="employerId" type="hidden" value={id} />
      <Button name="intent" size="small" value={intent} variant="secondary">
        {children}
      </Button>
    </Form>
  );
}
