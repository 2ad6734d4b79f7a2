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

/**
 * A page's lines in reading order: a page in two columns is read column by column, labels set beside their text are
 * read before it, wide gaps become tabs.
 */
export function linesOfPage(runs: readonly TextRun[], pageWidth: number): string[] {
  const segments = rowsOf(runs).flatMap(segmentsOf);
  const gutter = gutterOf(segments, pageWidth);
  if (gutter === null) return joinRows(segments);
  // What crosses the gutter (a name, a rule of text) parts the page into bands, each read left, then right.
  const lines: string[] = [];
  let band: Segment[] = [];
  const flush = () => {
    const left = band.filter((segment) => segment.left < gutter);
    const right = band.filter((segment) => segment.left >= gutter);
    const labels = blocksOf(left);
    if (areLabels(labels)) lines.push(...besideLabels(labels, right));
    else lines.push(...joinRows(left), ...joinRows(right));
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

interface LabelBlock {
  top: number;
  text: string;
}

/** Left-hand lines that stand close together, as one text each. */
function blocksOf(segments: readonly Segment[]): LabelBlock[] {
  const blocks: (LabelBlock & { bottom: number })[] = [];
  for (const { y, text } of segments) {
    const last = blocks.at(-1);
    if (last && last.bottom - y < 19) {
      last.text += ` ${text}`;
      last.bottom = y;
    } else blocks.push({ top: y, bottom: y, text });
  }
  return blocks;
}

const areLabels = (blocks: readonly LabelBlock[]): boolean =>
  blocks.length >= 2 && blocks.every(({ text }) => text.split(" ").length <= 5 && !/\d/.test(text));

function besideLabels(labels: readonly LabelBlock[], right: readonly Segment[]): string[] {
  return labels.flatMap(({ top, text }, at) => {
    const until = labels[at + 1]?.top ?? Number.NEGATIVE_INFINITY;
    const from = at === 0 ? Number.POSITIVE_INFINITY : top + 3;
    return [text, ...joinRows(right.filter(({ y }) => y <= from && y > until + 3))];
  });
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

/**
 * Where two columns part: a strip that few lines cross, with prose on its right, not the dates set beside each entry.
 * Null for a page in one column.
 */
function gutterOf(segments: readonly Segment[], pageWidth: number): number | null {
  let best: { x: number; crossing: number; width: number } | null = null;
  for (let x = Math.round(0.2 * pageWidth); x < 0.7 * pageWidth; x += 3) {
    const crossing = segments.filter(({ left, right }) => left < x && right > x).length;
    if (best && crossing === best.crossing && x - best.x === 3 * best.width) best.width += 1;
    else if (!best || crossing < best.crossing) best = { x, crossing, width: 1 };
  }
  if (!best || best.crossing > 0.3 * segments.length) return null;
  // Its far end, so that a column's own edge is right of it.
  const gutter = best.x + 3 * (best.width - 1);
  const right = segments.filter(({ left }) => left >= gutter);
  const left = segments.filter((segment) => segment.right <= gutter);
  const dated = right.filter(({ text }) => DATE.test(text) && text.length < 30).length;
  const letters = right.reduce((sum, { text }) => sum + text.length, 0);
  const isColumns =
    left.length >= 4 &&
    right.length >= 6 &&
    dated <= 0.4 * right.length &&
    letters >= 18 * right.length;
  return isColumns ? gutter : null;
}
