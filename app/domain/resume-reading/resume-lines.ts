export type ResumeSection =
  | "top"
  | "summary"
  | "experience"
  | "education"
  | "credentials"
  | "skills"
  | "other";

export interface ResumeLine {
  text: string;
  section: ResumeSection;
  /** True for the line that names its section and says nothing else. */
  isHeading: boolean;
  isBullet: boolean;
}

const HEADINGS: readonly (readonly [RegExp, ResumeSection])[] = [
  [/^(?:education|academic|schooling|training|continuing education)\b/, "education"],
  [/\b(?:education|training)$/, "education"],
  [
    /^(?:(?:professional|industry|active|current|coding|my) )*(?:certifications?|certificates?|credentials?|licen[sc](?:es?|ures?))\b/,
    "credentials",
  ],
  [
    /^(?:(?:professional|work|relevant|employment|coding|career|job|clinical|additional|other|previous|recent) )*(?:experience|employment|history|background|positions?|projects?)(?: history| experience)?$/,
    "experience",
  ],
  [
    /^(?:(?:professional|technical|key|core|coding|computer|special|areas? of|relevant) )*(?:skills?|competenc(?:y|ies)|expertise|software|systems?|technology|technologies|tools|specialt(?:y|ies)|proficienc(?:y|ies)|strengths|qualifications)\b/,
    "skills",
  ],
  [
    /^(?:(?:professional|career|executive|personal) )*(?:summary|profile|objective|overview|about(?: me)?|highlights)$/,
    "summary",
  ],
  [
    /^(?:references?|volunteer\w*|awards?|honors?|languages?|interests?|hobbies|memberships?|affiliations?|professional (?:memberships?|affiliations?|organizations?)|publications?|contact|contact information|activities)\b/,
    "other",
  ],
];

const BULLET = /^[•·▪▫◦‣⁃●○■□✓✔➢➤►»*–—-](?=\s|[A-Z])\s*/u;

/** A résumé's lines with the section each stands in. */
export function sectionedLines(lines: readonly string[]): ResumeLine[] {
  let section: ResumeSection = "top";
  return unwrapped(lines).map((raw) => {
    const isBullet = BULLET.test(raw);
    const text = raw.replace(BULLET, "");
    const heading = isBullet ? null : headingOf(text);
    // "Certifications: CPC, CCS" says all it has to say; a section goes on where its name stands alone.
    const goesOn =
      heading?.whole || heading?.section === "experience" || heading?.section === "education";
    if (heading && goesOn) section = heading.section;
    const own = heading?.section ?? section;
    return { text, section: own, isHeading: heading?.whole ?? false, isBullet };
  });
}

const LONGEST = 800;

/** Lines that a page's edge broke, joined again: "22551-" / "22612", "audit office" / "visits and". */
function unwrapped(lines: readonly string[]): string[] {
  const joined: string[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    const breaksRange = /[\dA-Z]\s?[-–]$/.test(last ?? "") && /^[A-Z]?\d/.test(line);
    const goesOn = /^\p{Ll}/u.test(line) && !/[.!?:;\t]$/.test(last ?? "");
    if (last !== undefined && (breaksRange || goesOn) && last.length < LONGEST) {
      joined[joined.length - 1] = `${last}${breaksRange ? "" : " "}${line}`;
    } else joined.push(line);
  }
  return joined;
}

/** "EDUCATION", "E D U C A T I O N", "Licenses & Certifications:", and "Certifications: CPC, CCS" (not whole). */
function headingOf(text: string): { section: ResumeSection; whole: boolean } | null {
  const [lead = "", rest] = text.split(/:(?!\d)(.*)/s);
  const name = plain(lead);
  if (name === "" || name.split(" ").length > 5 || /\d/.test(name)) return null;
  const section = HEADINGS.find(([pattern]) => pattern.test(name))?.[1];
  if (!section) return null;
  const whole = rest === undefined || rest.trim() === "";
  // Without a colon only a short line of its own is a heading, never the start of a sentence.
  const isName =
    /^[\p{Lu}\s&/,•|-]+$/u.test(lead) ||
    /^(?:\p{Lu}\S*|and|of|&)(?:\s+(?:\p{Lu}\S*|and|of|&|\/))*$/u.test(lead.trim());
  return isName && !/[.\t]/.test(lead.trim()) ? { section, whole } : null;
}

function plain(text: string): string {
  const spaced = /^(?:\p{L}\s){3,}\p{L}$/u.test(text.trim());
  return (spaced ? text.replace(/\s{1}/g, "") : text)
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, " ")
    .trim();
}
