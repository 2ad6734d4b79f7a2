import { Notice } from "#app/components/notice.tsx";
import { isLeftOut, type JobMarks } from "#app/domain/job-mark.ts";

/** Says on a job's own page that the person leaves it out of their lists. */
export function LeftOutNotice({
  marks,
  employerName,
}: {
  marks: JobMarks | null;
  employerName: string;
}) {
  if (!marks || !isLeftOut(marks)) return null;
  return <Notice tone="info">{whyLeftOut(marks, employerName)}</Notice>;
}

function whyLeftOut({ hidden, employerMuted }: JobMarks, employerName: string): string {
  if (hidden) return "You hid this job: it is left out of your lists.";
  if (employerMuted) return `You muted ${employerName}: its jobs are left out of your lists.`;
  return "You muted all staffing agencies: their jobs are left out of your lists.";
}
