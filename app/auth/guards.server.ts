import { type AppLoadContext, redirect } from "@remix-run/node";
import { HOMES, type MemberRole, type Membership, type Viewer } from "#app/domain/viewer.ts";
import { notFound } from "#app/web/handled.server.ts";

// Every loader and action calls one of these itself: a parent route's guard protects nothing but the parent.

interface Ask {
  request: Request;
  context: AppLoadContext;
}

/** The signed-in viewer; anyone else is sent to log in and back. */
export async function requireViewer({ request, context }: Ask): Promise<Viewer> {
  const viewer = await context.viewer();
  if (viewer) return viewer;
  const url = new URL(request.url);
  const back = request.method === "GET" ? `${url.pathname.replace(/\.data$/, "")}` : "/";
  throw redirect(`/login?redirectTo=${encodeURIComponent(back)}`);
}

/** An applicant; other signed-in people meet a 404. */
export async function requireApplicant(ask: Ask): Promise<Viewer> {
  const viewer = await requireViewer(ask);
  if (viewer.kind !== "applicant") throw notFound();
  return viewer;
}

/** Somebody who runs the board; everyone else meets a 404. */
export async function requireAdmin(ask: Ask): Promise<Viewer> {
  const viewer = await requireViewer(ask);
  if (viewer.kind !== "admin") throw notFound();
  return viewer;
}

/** An employer account, with or without an employer page yet. */
export async function requireEmployerAccount(ask: Ask): Promise<Viewer> {
  const viewer = await requireViewer(ask);
  if (viewer.kind !== "employer") throw notFound();
  return viewer;
}

/**
 * A member, in one of `roles`, of the employer their session acts for. An employer account without one is sent to
 * create its page; one that lost it and has others, to choose among those. Members of a suspended employer are sent to
 * the page that says so, unless `evenSuspended`: what they may still do is about their own team, never about applicants.
 */
export async function requireMember(
  ask: Ask,
  roles: readonly MemberRole[] = ["owner", "recruiter", "viewer"],
  { evenSuspended = false } = {},
): Promise<Viewer & { membership: Membership }> {
  const viewer = await requireEmployerAccount(ask);
  const { membership } = viewer;
  if (!membership)
    throw redirect(viewer.memberships > 0 ? "/employer/switch" : "/employer/settings");
  if (!roles.includes(membership.role)) throw notFound();
  if (membership.suspended && !evenSuspended) throw redirect("/employer/suspended");
  return { ...viewer, membership };
}

/** For the pages of a team's own people. */
export const EVEN_SUSPENDED = { evenSuspended: true } as const;

/** For pages of people without a session; anyone signed in is sent to their desk. */
export async function requireStranger({ context }: Pick<Ask, "context">): Promise<void> {
  const viewer = await context.viewer();
  if (viewer) throw redirect(HOMES[viewer.kind]);
}

/** Says in words that a loader or action is public; the guard-matrix test fails on one that says nothing. */
export function openToEveryone(): void {}
