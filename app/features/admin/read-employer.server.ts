import { JOB_STATUS_LABELS } from "#app/domain/job-lifecycle.ts";
import { EMPLOYER_KINDS, labelOf } from "#app/domain/vocabulary.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { findEmployerForBoard } from "#db/queries/board-employers.ts";

/** An employer with the facts its verification is decided by; null for an unknown id. */
export async function readEmployerForBoard({ db }: Pick<Deps, "db">, id: string) {
  const employer = await findEmployerForBoard(db, id);
  if (!employer) return null;
  const site = hostOf(employer.website);
  return {
    id: employer.id,
    slug: employer.slug,
    name: employer.name,
    kind: labelOf(EMPLOYER_KINDS, employer.kind),
    website: employer.website,
    about: employer.about,
    place: [employer.city, employer.state].filter(Boolean).join(", "),
    version: employer.version,
    openJobs: employer.openJobs,
    createdAt: employer.createdAt.toISOString(),
    verifiedAt: employer.verifiedAt?.toISOString() ?? null,
    refusedAt: employer.verificationRefusedAt?.toISOString() ?? null,
    refusal: employer.verificationRefusal,
    suspendedAt: employer.suspendedAt?.toISOString() ?? null,
    suspendedReason: employer.suspendedReason,
    members: employer.members.map(({ suspendedAt, ...member }) => ({
      ...member,
      suspended: suspendedAt !== null,
      /** Whether the address is of the employer's own site: the best single sign that it is theirs. */
      ofSite: site !== null && isOf(member.email, site),
    })),
    jobs: employer.jobs.map(({ status, ...job }) => ({
      ...job,
      status: JOB_STATUS_LABELS[status],
    })),
  };
}

export type BoardEmployer = NonNullable<Awaited<ReturnType<typeof readEmployerForBoard>>>;

const hostOf = (website: string | null): string | null =>
  website && URL.canParse(website)
    ? new URL(website).hostname.replace(/^www\./, "").toLowerCase()
    : null;

function isOf(email: string, site: string): boolean {
  const domain = email.split("@").at(-1)?.toLowerCase() ?? "";
  return domain === site || site.endsWith(`.${domain}`) || domain.endsWith(`.${site}`);
}
