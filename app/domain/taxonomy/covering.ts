import {
  ancestorsOf,
  CODE_FAMILIES,
  type CodeFamily,
  childrenOf,
  findFamily,
} from "./code-families.ts";

export type Scheme =
  | "cpt1"
  | "cpt2"
  | "cpt3"
  | "cpt-pla"
  | "cpt-maaa"
  | "hcpcs"
  | "icd10cm"
  | "icd10pcs"
  | "msdrg"
  | "hcc-v24"
  | "hcc-v28"
  | "apc";

/** Codes from `from` to `to` of one scheme, written as wide as the scheme's families write theirs. */
export interface Span {
  scheme: Scheme;
  from: string;
  to: string;
}

const byScheme = Map.groupBy(CODE_FAMILIES, ({ scheme }) => scheme);

/** How many characters of a code its scheme's families compare: an ICD-10-CM family is told by three. */
export const widthOf = (scheme: Scheme): number => byScheme.get(scheme)?.[0]?.start.length ?? 0;

const DEPTH = { family: 0, section: 1, system: 2 } as const;

/** The families that share a code with a span: finest first, then in the taxonomy's order; retired ones too. */
function familiesTouching({ scheme, from, to }: Span): CodeFamily[] {
  const touching = (byScheme.get(scheme) ?? []).filter(
    ({ start, end }) => start <= to && end >= from,
  );
  return finestFirst(touching);
}

/** True when a span meets the taxonomy below its systems, which cover nearly anything that looks like a code. */
export const isKnown = (span: Span): boolean =>
  familiesTouching(span).some(({ level }) => level !== "system");

/** True when a span meets a family that is not divided further. */
export const meetsLeaf = (span: Span): boolean =>
  familiesTouching(span).some(({ id }) => childrenOf(id).length === 0);

/**
 * Everything a job may require that covers a code of these spans: the families, what took over from retired ones,
 * and their ancestors up to the system. Finest first, each once.
 */
export function coverOf(spans: readonly Span[]): CodeFamily[] {
  const touching = spans.flatMap(familiesTouching);
  const successors = touching.flatMap(({ successor }) =>
    successor ? (findFamily(successor) ?? []) : [],
  );
  const own = [...touching, ...successors];
  return finestFirst([...new Set([...own, ...own.flatMap(({ id }) => ancestorsOf(id))])]);
}

const finestFirst = (families: readonly CodeFamily[]): CodeFamily[] =>
  families.toSorted((a, b) => DEPTH[a.level] - DEPTH[b.level]);

/** Those of these families that none of the others lies within: what a code itself belongs to, without all above it. */
export function finestOf(ids: readonly string[]): string[] {
  const above = new Set(ids.flatMap((id) => ancestorsOf(id).map((ancestor) => ancestor.id)));
  return ids.filter((id) => !above.has(id));
}
