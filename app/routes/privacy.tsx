import type { MetaFunction } from "@remix-run/node";
import { Link } from "@remix-run/react";
import { openToEveryone } from "#app/auth/guards.server.ts";
import { Facts } from "#app/components/facts.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { RETENTION } from "#app/domain/retention.ts";
import { handled } from "#app/web/handled.server.ts";
import type { SameForEveryone } from "#app/web/rendered-pages.server.ts";

export const handle: SameForEveryone = { sameForEveryone: true };

export const meta: MetaFunction = () => [
  { title: "Privacy · CareerCenter" },
  { name: "description", content: "What CareerCenter keeps about you, how long, and who sees it." },
];

export const loader = handled(async () => {
  openToEveryone();
  return null;
});

export default function Privacy() {
  return (
    <div className="page page--reading">
      <PageHeader lede="What we keep about you, how long, and who sees it." title="Privacy" />
      <section aria-labelledby="who-sees" className="stack--tight">
        <h2 id="who-sees">Who sees what</h2>
        <ul className="plain-list">
          <li>
            An employer you applied to sees your profile as you sent it, with the application.
          </li>
          <li>
            You choose who else sees your profile: every verified employer, only those you applied
            to, or nobody; never the employers you name, and without your name if you like. You see
            which employers looked.
          </li>
          <li>Member numbers of your credentials are never sent to an employer.</li>
          <li>Nobody sees which jobs you open, save or hide, or whom you mute.</li>
          <li>
            We do not ask about race, sex, disability or veteran status. An employer who has to ask
            asks you itself, apart from this site.
          </li>
          <li>No page of ours loads anything from anyone else. There are no trackers.</li>
        </ul>
      </section>
      <section aria-labelledby="how-long" className="stack--tight">
        <h2 id="how-long">What we keep, and how long</h2>
        <p>A task that runs every day sees to it.</p>
        <Facts
          items={RETENTION.map(({ what, kept, after }) => ({
            term: what,
            detail: (
              <>
                {kept}. <span className="soft">{after}</span>
              </>
            ),
          }))}
        />
      </section>
      <section aria-labelledby="your-data" className="stack--tight">
        <h2 id="your-data">Your data is yours</h2>
        <p>
          <Link to="/account/export">Download all of it</Link> as one file, or{" "}
          <Link to="/account/delete">delete your account</Link>.
        </p>
      </section>
    </div>
  );
}
