import { Form, Link, NavLink } from "@remix-run/react";
import { HOMES, type UserKind } from "#app/domain/viewer.ts";
import { BrandMark } from "./brand-mark.tsx";

/** What the header and footer know of the signed-in person. */
export interface SiteViewer {
  name: string;
  kind: UserKind;
  /** The employer acted for; null for everyone else. */
  employerName: string | null;
  /** Threads with something unread. */
  unreadThreads: number;
  /** How many employers there are to act for. */
  memberships: number;
  /** A member who may look and not write. */
  onlyReads: boolean;
}

interface NavigationItem {
  to: string;
  label: string;
  /** For members who write. */
  writes?: true;
}

const NAVIGATION: Record<UserKind | "anyone", readonly NavigationItem[]> = {
  anyone: [],
  applicant: [
    { to: "/applicant/profile", label: "Profile" },
    { to: "/applicant/saved-jobs", label: "Saved" },
    { to: "/applicant/applications", label: "Applications" },
    { to: "/applicant/messages", label: "Messages" },
    { to: "/applicant/resumes", label: "Resumes" },
  ],
  employer: [
    { to: "/employer/jobs", label: "Your jobs" },
    { to: "/employer/jobs/new", label: "Post a job", writes: true },
    { to: "/employer/coders", label: "Find coders", writes: true },
    { to: "/employer/messages", label: "Messages" },
    { to: "/employer/members", label: "Team" },
    { to: "/employer/settings", label: "Employer page" },
  ],
  admin: [
    { to: "/admin/jobs", label: "Review" },
    { to: "/admin/employers", label: "Employers" },
    { to: "/admin/credentials", label: "Credentials" },
    { to: "/admin/users", label: "People" },
    { to: "/admin/tasks", label: "Tasks" },
    { to: "/admin/search", label: "Index" },
    { to: "/admin/audit", label: "Audit" },
  ],
};

export function SiteHeader({ viewer }: { viewer: SiteViewer | null }) {
  return (
    <header className="site-header">
      <div className="site-header__row">
        <Link className="site-header__home" to="/">
          <BrandMark />
          CareerCenter
        </Link>
        <nav aria-label="Main" className="site-nav">
          <ul>
            <li>
              <NavLink end to="/jobs">
                Search jobs
              </NavLink>
            </li>
            <li>
              <NavLink to="/code-families">Code families</NavLink>
            </li>
            {NAVIGATION[viewer?.kind ?? "anyone"]
              .filter(({ writes }) => !(writes && viewer?.onlyReads))
              .map(({ to, label }) => (
                <li key={to}>
                  <NavLink end to={to}>
                    {label}
                    {label === "Messages" ? <Unread count={viewer?.unreadThreads ?? 0} /> : null}
                  </NavLink>
                </li>
              ))}
            {viewer && viewer.memberships > 1 ? (
              <li>
                <NavLink end to="/employer/switch">
                  Switch employer
                </NavLink>
              </li>
            ) : null}
          </ul>
        </nav>
        {viewer ? <SignedIn viewer={viewer} /> : <SignedOut />}
      </div>
    </header>
  );
}

function Unread({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <>
      {" "}
      <span className="site-nav__unread">{count > 99 ? "99+" : count} new</span>
    </>
  );
}

function SignedIn({ viewer }: { viewer: SiteViewer }) {
  return (
    <div className="site-account">
      <NavLink
        aria-label={`${viewer.employerName ?? viewer.name}, home`}
        className="site-account__name"
        end
        to={HOMES[viewer.kind]}
      >
        {viewer.employerName ?? viewer.name}
      </NavLink>
      <NavLink end to="/account">
        Account
      </NavLink>
      <Form action="/logout" method="post">
        <button className="button-link" type="submit">
          Log out
        </button>
      </Form>
    </div>
  );
}

function SignedOut() {
  return (
    <div className="site-account">
      <NavLink to="/login">Log in</NavLink>
      <NavLink to="/signup">Sign up</NavLink>
    </div>
  );
}
