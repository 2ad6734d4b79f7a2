import sharp from "sharp";
import { imageTypeOf } from "./image-signature.ts";

// A logo is drawn at most 128 pixels wide; twice and twice again covers dense screens.
const SIDE = 512;
const MOST_PIXELS = 24_000_000;

/**
 * A picture as we keep it: decoded and written anew as WebP, so that nothing but its pixels survives (no location,
 * no hidden payload). null when the bytes are no PNG, JPEG or WebP, or are broken or enormous.
 */
export async function logoImage(bytes: Uint8Array): Promise<Uint8Array | null> {
  if (!imageTypeOf(bytes)) return null;
  try {
    return await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: "error", pages: 1 })
      .rotate()
      .resize({ width: SIDE, height: SIDE, fit: "inside", withoutEnlargement: true })
      .webp({ quality: 88 })
      .toBuffer();
  } catch {
    return null;
  }
}
