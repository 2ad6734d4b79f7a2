import { SOFTWARE } from "../vocabulary.ts";
import type { ResumeLine } from "./resume-lines.ts";

export interface FoundSoftware {
  slug: string;
  line: number;
}

// Aliases that are everyday words or other things on a résumé.
const TOO_COMMON = new Set(
  "HB|PB|ASC|Magic|Fusion|CRS|EMA|PCC|legacy|Optum|RADV|in-house|IR coding reference|AI coding|Thrive|Sunrise|Expanse|ASC|Claims Edit System|Intergy".split(
    "|",
  ),
);
const EXTRA: Readonly<Record<string, readonly string[]>> = {
  "solventum-360": [
    "3M Encoder",
    "3M encoder",
    "3M/Solventum 360",
    "Solventum 360",
    "3M 360 Encompass",
    "3M",
  ],
  "optum-encoderpro": ["EncoderPro", "Encoder Pro"],
  epic: ["EPIC", "Epic HB", "Epic PB"],
  meditech: ["Meditech"],
  excel: ["MS Excel", "Excel"],
  teams: ["MS Teams"],
  trucode: ["TruCode", "Trucode"],
  "oracle-health": ["Oracle Health", "Cerner", "Oracle Cerner"],
  veradigm: ["Veradigm"],
  eclinicalworks: ["eClinicalWorks", "eCW"],
  nextgen: ["NextGen", "Nextgen"],
  athenahealth: ["AthenaHealth", "Athenahealth", "Athena"],
  "nuance-cde": ["CDE One"],
  zhealth: ["ZHealth", "Z Health", "Dr. Z"],
  waystar: ["Waystar"],
  iodine: ["Iodine"],
  "alpha-ii": ["Alpha II", "CodeWizard"],
  clarity: ["Epic Clarity", "SlicerDicer"],
  "citrix-vpn": ["Citrix", "VPN"],
};

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

// Product names are written as their makers write them: "Epic" is software, "epic" is not.
const PATTERNS = SOFTWARE.map(({ slug, label, aliases }) => {
  const plain = label.replace(/\s*\([^)]*\)/g, "");
  const names = [
    ...(plain.includes("/") ? [] : [plain]),
    ...aliases.filter((alias) => !TOO_COMMON.has(alias) && alias.length >= 3),
    ...(EXTRA[slug] ?? []),
  ].toSorted((a, b) => b.length - a.length);
  return { slug, pattern: new RegExp(`(?<![\\w-])(?:${names.map(escaped).join("|")})(?![\\w])`) };
});

/** The software a résumé names, each once, with the first line that does. */
export function findSoftware(lines: readonly ResumeLine[]): FoundSoftware[] {
  return PATTERNS.flatMap(({ slug, pattern }) => {
    const line = lines.findIndex(
      ({ text, isHeading, section }) => !isHeading && section !== "education" && pattern.test(text),
    );
    return line === -1 ? [] : [{ slug, line }];
  }).toSorted((a, b) => a.line - b.line);
}
