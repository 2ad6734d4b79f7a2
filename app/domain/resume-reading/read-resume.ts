import type { Proposal, ProposalSource } from "../profile-proposals/proposal.ts";
import { findCredentials } from "./find-credentials.ts";
import { findEducation } from "./find-education.ts";
import { findFamilies } from "./find-families.ts";
import { findSoftware } from "./find-software.ts";
import { findWork } from "./find-work.ts";
import { sectionedLines } from "./resume-lines.ts";

const MAX_SOURCE = 300;

/**
 * What a résumé's text says that a profile has a place for, each with the line that says it. Pure; `today` is
 * "YYYY-MM-DD". Nothing is taken for granted: these are proposals.
 */
export function readResume(text: readonly string[], today: string): Proposal[] {
  const lines = sectionedLines(text);
  const source = (line: number, place = ""): ProposalSource => ({
    text: (lines[line]?.text ?? "").replaceAll("\t", "  ").slice(0, MAX_SOURCE),
    place,
  });
  const work = findWork(lines);
  const credentials = findCredentials(lines).map(
    ({ value, line }): Proposal => ({
      kind: "credential",
      key: `credential-${value.code}`,
      value,
      source: source(line),
    }),
  );
  const families = findFamilies(lines, work, today).map(
    ({ value, line, jobs }): Proposal => ({
      kind: "family",
      key: `family-${value.familyId}`,
      value,
      source: source(
        line,
        jobs
          .map((at) => work[at]?.value.employer ?? "")
          .join(", ")
          .slice(0, 200),
      ),
    }),
  );
  const software = findSoftware(lines).map(
    ({ slug, line }): Proposal => ({
      kind: "software",
      key: `software-${slug}`,
      value: slug,
      source: source(line),
    }),
  );
  const jobs = work.map(
    ({ value, line }, at): Proposal => ({
      kind: "work",
      key: `work-${at}`,
      value,
      source: source(line),
    }),
  );
  const education = findEducation(lines).map(
    ({ value, line }, at): Proposal => ({
      kind: "education",
      key: `education-${at}`,
      value,
      source: source(line),
    }),
  );
  return [
    ...credentials,
    ...families,
    ...software,
    ...jobs.slice(0, 30),
    ...education.slice(0, 15),
  ];
}
