import type { WorkEntry } from "../profile-snapshot.ts";
import type { Proposal } from "./proposal.ts";
import { isSameJob, isSameSchool, type ProfileFacts } from "./standing.ts";

/** A profile with the accepted proposals in it: new entries added, blanks filled, differing facts replaced. Pure. */
export const mergeProposals = (
  profile: ProfileFacts,
  accepted: readonly Proposal[],
): ProfileFacts => accepted.reduce(merged, profile);

function merged(profile: ProfileFacts, proposal: Proposal): ProfileFacts {
  switch (proposal.kind) {
    case "credential": {
      const { value } = proposal;
      const entry = { ...value, status: "self-reported" as const };
      const isSame = ({ code }: { code: string }) => code === value.code;
      const credentials = put(profile.credentials, entry, isSame);
      return { ...profile, credentials };
    }
    case "family": {
      const { familyId, months, lastUsedOn, accuracyPercent } = proposal.value;
      if (months === null) return profile;
      const blank = {
        familyId,
        months,
        lastUsedOn,
        accuracyPercent,
        volume: null,
        volumeUnit: null,
      };
      const isSame = (one: { familyId: string }) => one.familyId === familyId;
      return { ...profile, experience: put(profile.experience, blank, isSame) };
    }
    case "software":
      return { ...profile, software: [...new Set([...profile.software, proposal.value])] };
    case "work": {
      const { value } = proposal;
      const known = profile.work.find((one) => isSameJob(one, value));
      // What somebody wrote about a job is not overwritten by what a reader made of it.
      const entry = known?.summary ? { ...value, summary: known.summary } : value;
      const work = put(profile.work, entry, (one) => isSameJob(one, value));
      return { ...profile, work: known ? work : work.toSorted(newestFirst) };
    }
    case "education": {
      const { value } = proposal;
      return {
        ...profile,
        education: put(profile.education, value, (one) => isSameSchool(one, value)),
      };
    }
    case "text":
      return { ...profile, [proposal.field]: proposal.value };
    case "choices": {
      const { field, value } = proposal;
      return { ...profile, [field]: [...new Set([...profile[field], ...value])] };
    }
  }
}

/** The list with the entry in the place of the one it is, facts it does not state kept; at the end when it is new. */
function put<Entry extends object>(
  list: readonly Entry[],
  entry: Entry,
  isSame: (one: Entry) => boolean,
): Entry[] {
  const at = list.findIndex(isSame);
  if (at === -1) return [...list, entry];
  const stated = Object.entries(entry).filter(
    ([name, value]) => value !== null && value !== "" && name !== "status",
  );
  return list.map((one, index) => (index === at ? { ...one, ...Object.fromEntries(stated) } : one));
}

const newestFirst = (a: WorkEntry, b: WorkEntry): number =>
  (b.endedOn ?? "9999").localeCompare(a.endedOn ?? "9999") ||
  (b.startedOn ?? "").localeCompare(a.startedOn ?? "");
