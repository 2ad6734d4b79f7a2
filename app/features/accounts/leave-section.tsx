import { Link } from "@remix-run/react";

/** The ways to take one's data along and to leave. */
export function LeaveSection() {
  return (
    <section className="stack">
      <h2 className="section-heading">Your data, and leaving</h2>
      <ul className="plain-list">
        <li>
          <Link to="/account/export">Download everything we hold about you</Link>
        </li>
        <li>
          <Link to="/privacy">See what we keep and how long</Link>
        </li>
        <li>
          <Link to="/account/delete">Delete your account</Link>
        </li>
      </ul>
    </section>
  );
}
