import { Form, Link, useLocation } from "@remix-run/react";

export type Appearance = "system" | "light" | "dark";

const APPEARANCES: readonly { value: Appearance; label: string }[] = [
  { value: "system", label: "As your device" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
];

export function SiteFooter({ appearance }: { appearance: Appearance }) {
  const { pathname, search } = useLocation();
  return (
    <footer className="site-footer">
      <div className="site-footer__row">
        <section>
          <h2>For coders</h2>
          <ul className="site-footer__list">
            <li>
              <Link to="/jobs">Search jobs</Link>
            </li>
            <li>
              <Link to="/code-families">Browse code families</Link>
            </li>
            <li>
              <Link to="/signup?kind=applicant">Make a profile</Link>
            </li>
          </ul>
        </section>
        <section>
          <h2>For employers</h2>
          <ul className="site-footer__list">
            <li>
              <Link to="/employer/jobs/new">Post a job</Link>
            </li>
            <li>
              <Link to="/signup?kind=employer">Open an employer account</Link>
            </li>
          </ul>
        </section>
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
          Association, which does not endorse this site; no CPT descriptor is shown here.
        </p>
      </div>
    </footer>
  );
}
