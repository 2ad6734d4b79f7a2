/** What makes two postings the same opening. */
export interface Opening {
  title: string;
  specialty: string | null;
  workMode: string | null;
  city: string | null;
  state: string | null;
}

const plain = (words: string | null): string =>
  (words ?? "").trim().replace(/\s+/g, " ").toLowerCase();

const samePlace = (a: Opening, b: Opening): boolean =>
  a.workMode === b.workMode && plain(a.city) === plain(b.city) && a.state === b.state;

/**
 * Whether a job follows an ended one of its employer as another run of the same opening: of the same specialty, and the
 * same title and place. A copy keeps one of title and place: changing a word does not make it new.
 */
export function isRepost(job: Opening, earlier: Opening, { copied }: { copied: boolean }): boolean {
  if (job.specialty !== earlier.specialty) return false;
  const sameTitle = plain(job.title) === plain(earlier.title);
  return copied ? sameTitle || samePlace(job, earlier) : sameTitle && samePlace(job, earlier);
}
