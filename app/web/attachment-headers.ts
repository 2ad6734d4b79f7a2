/**
 * Headers for bytes a person uploaded: always a download, never rendered on our origin, never kept by a shared
 * cache. The guard adds `nosniff` to every answer.
 */
export function attachmentHeaders({
  filename,
  contentType,
  byteSize,
}: {
  filename: string;
  contentType: string;
  byteSize: number;
}): Record<string, string> {
  const plain = filename.normalize("NFKD").replace(/[^\w .()-]/g, "_");
  const encoded = encodeURIComponent(filename.toWellFormed()).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return {
    "Content-Type": contentType,
    "Content-Length": String(byteSize),
    "Content-Disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cache-Control": "private, no-store",
  };
}
