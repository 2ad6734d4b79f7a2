/** A run of text on a page; y grows upwards, as in PDF. */
export interface TextRun {
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Segment {
  text: string;
  left: number;
  right: number;
  y: number;
}

const DATE = /\b(?:19|20)\d\d\b|\b(?:present|current|now)\b/i;

/** A page's lines in reading order: a page in two columns is read column by column, wide gaps become tabs. */
export function linesOfPage(runs: readonly TextRun[], pageWidth: number): string[] {
  const segments = rowsOf(runs).flatMap(segmentsOf);
  const gutter = gutterOf(segments, pageWidth);
  if (gutter === null) return joinRows(segments);
  // What crosses the gutter (a name, a rule of text) parts the page into bands, each read left, then right.
  const lines: string[] = [];
  let band: Segment[] = [];
  const flush = () => {
    lines.push(...joinRows(band.filter(({ right }) => right <= gutter)));
    lines.push(...joinRows(band.filter(({ right }) => right > gutter)));
    band = [];
  };
  for (const segment of segments) {
    if (segment.left < gutter && segment.right > gutter) {
      flush();
      lines.push(segment.text);
    } else band.push(segment);
  }
  flush();
  return lines;
}

function rowsOf(runs: readonly TextRun[]): TextRun[][] {
  const rows: TextRun[][] = [];
  const written = runs.filter(({ text }) => text.trim() !== "");
  for (const run of written.toSorted((a, b) => b.y - a.y)) {
    const row = rows.at(-1);
    const first = row?.[0];
    const reach = Math.max(2, 0.45 * Math.max(run.height, first?.height ?? 0));
    if (row && first && first.y - run.y <= reach) row.push(run);
    else rows.push([run]);
  }
  return rows.map((row) => row.toSorted((a, b) => a.x - b.x));
}

/** Runs of a row joined where they touch; a gap wider than two letters starts a new segment. */
function segmentsOf(row: readonly TextRun[]): Segment[] {
  const segments: Segment[] = [];
  const y = row[0]?.y ?? 0;
  for (const { text, x, width, height } of row) {
    const last = segments.at(-1);
    const size = height || 10;
    const gap = last ? x - last.right : 0;
    if (last && gap < 1.6 * size) {
      const isApart = gap > 0.12 * size || /\s$/.test(last.text) || /^\s/.test(text);
      last.text = `${last.text.trimEnd()}${isApart ? " " : ""}${text.trim()}`;
      last.right = Math.max(last.right, x + width);
    } else segments.push({ text: text.trim(), left: x, right: x + width, y });
  }
  return segments;
}

const joinRows = (segments: readonly Segment[]): string[] => {
  const lines: { y: number; text: string }[] = [];
  for (const { y, text } of segments) {
    const last = lines.at(-1);
    if (last?.y === y) last.text += `\t${text}`;
    else lines.push({ y, text });
  }
  return lines.map(({ text }) => text);
};

/** Where two columns part: the right one starts at one edge and holds prose, not the dates set beside each entry. */
function gutterOf(segments: readonly Segment[], pageWidth: number): number | null {
  const starts = new Map<number, number>();
  for (const { left } of segments) {
    const edge = Math.round(left);
    if (left > 0.2 * pageWidth && left < 0.75 * pageWidth) {
      starts.set(edge, (starts.get(edge) ?? 0) + 1);
    }
  }
  const [edge, count] = [...starts].toSorted((a, b) => b[1] - a[1])[0] ?? [0, 0];
  if (count < 6) return null;
  const gutter = edge - 1;
  const right = segments.filter(({ left }) => left >= gutter);
  const left = segments.filter((segment) => segment.right <= gutter);
  const crossing = segments.length - right.length - left.length;
  const dated = right.filter(({ text }) => DATE.test(text) && text.length < 30).length;
  const beside = right.filter(({ y }) => left.some((other) => other.y === y)).length;
  const isTable =
    beside > 0.9 * right.length && left.length <= right.length * 1.2 && right.length < 12;
  const isColumns =
    left.length >= 5 &&
    right.length >= 6 &&
    count >= 0.4 * right.length &&
    crossing <= 0.35 * segments.length &&
    dated <= 0.4 * right.length &&
    !isTable;
  return isColumns ? gutter : null;
}
