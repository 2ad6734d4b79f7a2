import { Form, Link, useLocation } from "@remix-run/react";
import type { UserKind } from "#app/domain/viewer.ts";

export type Appearance = "system" | "light" | "dark";

const APPEARANCES: readonly { value: Appearance; label: string }[] = [
  { value: "system", label: "As your device" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
];

interface FooterLinks {
  title: string;
  links: readonly { to: string; label: string }[];
}

const SEARCH = [
  { to: "/jobs", label: "Search jobs" },
  { to: "/code-families", label: "Browse code families" },
] as const;

// Nobody is led to a page that is not theirs: a signed-in person sees their own side only.
const LINKS: Record<UserKind | "anyone", readonly FooterLinks[]> = {
  anyone: [
    {
      title: "For coders",
      links: [...SEARCH, { to: "/signup?kind=applicant", label: "Make a profile" }],
    },
    {
      title: "For employers",
      links: [
        { to: "/employer/jobs/new", label: "Post a job" },
        { to: "/signup?kind=employer", label: "Open an employer account" },
      ],
    },
  ],
  applicant: [
    { title: "Find work", links: SEARCH },
    {
      title: "Your side",
      links: [
        { to: "/applicant", label: "Your desk" },
        { to: "/applicant/profile", label: "Your profile" },
      ],
    },
  ],
  employer: [
    { title: "The board", links: SEARCH },
    {
      title: "Your side",
      links: [
        { to: "/employer", label: "Your desk" },
        { to: "/employer/jobs", label: "Your jobs" },
      ],
    },
  ],
  admin: [{ title: "The board", links: SEARCH }],
};

export function SiteFooter({
  appearance,
  kind,
}: {
  appearance: Appearance;
  /** Of the signed-in person. */
  kind: UserKind | null;
}) {
  const { pathname, search } = useLocation();
  return (
    <footer className="site-footer">
      <div className="site-footer__row">
        {LINKS[kind ?? "anyone"].map(({ title, links }) => (
          <section key={title}>
            <h2>{title}</h2>
            <ul className="site-footer__list">
              {links.map(({ to, label }) => (
                <li key={to}>
                  <Link to={to}>{label}</Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
        <section>
          <h2 id="appearance-title">Appearance</h2>
          <Form
            action="/appearance"
            aria-labelledby="appearance-title"
            className="appearance"
            method="post"
            preventScrollReset
          >
            <input name="redirectTo" type="hidden" value={`${pathname}${search}`} />
            {APPEARANCES.map(({ value, label }) => (
              <button
                aria-pressed={appearance === value}
                className="button-link"
                key={value}
                name="appearance"
                type="submit"
                value={value}
              >
                {label}
              </button>
            ))}
          </Form>
        </section>
        <p className="site-footer__note">
          Labels of code families are our own. CPT is a registered trademark of the American Medical
          Association, which does not endorse this site; no CPT descriptor is shown here.{" "}
          <Link to="/how-matching-works">How the match works</Link>
          {"\u00a0· "}
          <Link to="/privacy">Privacy</Link>
        </p>
      </div>
    </footer>
  );
}
