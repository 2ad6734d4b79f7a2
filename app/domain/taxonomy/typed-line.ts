/** One run of letters and digits in a typed line, with at most one dot inside ("I25.10"). */
export interface Token {
  upper: string;
  start: number;
  end: number;
}

const LINE_LENGTH = 300;

/** A typed line made plain (dashes, spaces, separated codes joined again) and its tokens with their places. */
export function splitLine(line: string): { text: string; tokens: Token[] } {
  const text = line
    .slice(0, LINE_LENGTH)
    .normalize("NFKC")
    .replace(/[‐-―−]/g, "-")
    .replace(/[\s®™]+/g, " ")
    .trim()
    // "HCC85", "drg247": the name and its number are two tokens.
    .replace(/\b(ms-?drg|drg|hcc|apc|cpt|mdc|cdt)(?=\d)/gi, "$1 ")
    .replace(/\bms ?drg\b/gi, "ms-drg")
    // "i25 .10" and "J 1885" were typed as one code.
    .replace(/\b([a-z]\d[0-9a-z]) \.(?=\d)/gi, "$1.")
    .replace(/(^|\s)([b-hj-np-v]) (\d{4})(?=$|[\s,;])/gi, "$1$2$3");
  const tokens = [...text.matchAll(/[\p{L}\d]+(?:\.[a-z0-9]+)?/giu)].map((match) => ({
    upper: match[0].toUpperCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));
  return { text, tokens };
}
