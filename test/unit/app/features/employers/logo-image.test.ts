import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { logoImage } from "#app/features/employers/logo-image.server.ts";

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#23479c" } });

/** A PNG that says it is `side` pixels square and holds next to nothing: a decompression bomb. */
function bomb(side: number): Uint8Array {
  const chunk = (type: string, body: Buffer) => {
    const head = Buffer.alloc(4);
    head.writeUInt32BE(body.length);
    return Buffer.concat([head, Buffer.from(type), body, Buffer.alloc(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.alloc(1_000))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

describe("a logo", () => {
  it.each(["png", "jpeg", "webp"] as const)(
    "is taken as %s and kept as a small WebP",
    async (format) => {
      const kept = await logoImage(await picture(900, 450).toFormat(format).toBuffer());
      const facts = await sharp(kept ?? new Uint8Array()).metadata();
      expect(facts).toMatchObject({ format: "webp", width: 512, height: 256 });
    },
  );

  it("is never enlarged", async () => {
    const kept = await logoImage(await picture(40, 20).png().toBuffer());
    expect(await sharp(kept ?? new Uint8Array()).metadata()).toMatchObject({ width: 40 });
  });

  it("loses where it was taken", async () => {
    const placed = await picture(40, 40)
      .jpeg()
      .withExif({ IFD3: { GPSLatitude: "27/1 57/1 0/1" } })
      .toBuffer();
    const kept = await logoImage(placed);
    expect((await sharp(kept ?? new Uint8Array()).metadata()).exif).toBeUndefined();
  });

  it.each<[string, Uint8Array]>([
    [
      "an SVG with a script",
      Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>"),
    ],
    ["a GIF", Buffer.from("GIF89a\x01\x00\x01\x00", "latin1")],
    ["a PDF", Buffer.from("%PDF-1.7")],
    ["nothing", new Uint8Array()],
    ["a PNG that breaks off", Buffer.from("\x89PNG\r\n\x1a\n\x00\x00", "latin1")],
    [
      "a page that begins like a JPEG",
      Buffer.from("\xff\xd8\xff<script>alert(1)</script>", "latin1"),
    ],
    ["a picture of 30,000 pixels a side", bomb(30_000)],
  ])("is not %s", async (_name, bytes) => {
    expect(await logoImage(bytes)).toBeNull();
  });
});
