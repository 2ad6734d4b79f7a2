import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const TINY = 1_024;

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

export type Encoding = "br" | "gzip";

/** Bytes that are sent many times, with the encodings made of them so far. */
export interface EncodedBody {
  bytes: Buffer;
  encoded: Map<Encoding, Buffer | Promise<Buffer>>;
}

export const encodable = (bytes: Buffer): EncodedBody => ({ bytes, encoded: new Map() });

/** The best encoding of ours that the Accept-Encoding header takes; null for bodies too small to be worth it. */
export function chooseEncoding(
  { bytes }: EncodedBody,
  accepted: string | string[] | undefined,
): Encoding | null {
  if (bytes.byteLength < TINY) return null;
  const list = String(accepted ?? "");
  if (/\bbr\b/.test(list)) return "br";
  return /\bgzip\b/.test(list) ? "gzip" : null;
}

/** The body in that encoding, made at the first asking and at hand from then on; `quality` is brotli's, 0 to 11. */
export function encodeBody(
  { bytes, encoded }: EncodedBody,
  encoding: Encoding | null,
  quality: number,
): Buffer | Promise<Buffer> {
  if (!encoding) return bytes;
  const known = encoded.get(encoding);
  if (known !== undefined) return known;
  const made =
    encoding === "br"
      ? brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } })
      : gzipped(bytes, { level: Math.min(9, quality) });
  const kept = made.then((done) => {
    encoded.set(encoding, done);
    return done;
  });
  encoded.set(encoding, kept);
  return kept;
}
