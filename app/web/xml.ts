// What XML 1.0 cannot hold at all, escaped or not.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

const writable = (text: string): string => text.toWellFormed().replace(UNWRITABLE, "");

/** Text or an attribute's value. */
export const escaped = (text: string): string =>
  writable(text).replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? "");

/** An element whose text is a CDATA section; "" for none. */
export const cdata = (name: string, text: string | null): string =>
  text === null || text === ""
    ? ""
    : `<${name}><![CDATA[${writable(text).replaceAll("]]>", "]]]]><![CDATA[>")}]]></${name}>\n`;

/** A body made piece by piece as it is read: a feed of any length needs the memory of one page. */
export function streamed(pieces: AsyncIterator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return?.();
    },
  });
}

/** Every row of a list read a page at a time in the order of its ids. */
export async function* paged<Row extends { id: string }>(
  read: (after: string | null) => Promise<Row[]>,
  pageSize: number,
): AsyncGenerator<Row[]> {
  for (let after: string | null = null; ; ) {
    const rows: Row[] = await read(after);
    if (rows.length > 0) yield rows;
    after = rows.at(-1)?.id ?? null;
    if (rows.length < pageSize) return;
  }
}
