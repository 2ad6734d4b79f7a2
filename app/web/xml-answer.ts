const MAX_AGE_SECONDS = 300;

/** XML for machines, which may keep it a few minutes. */
export const xmlAnswer = (body: string | ReadableStream<Uint8Array>, type: string): Response =>
  new Response(body, {
    headers: {
      "Content-Type": `${type}; charset=utf-8`,
      "Cache-Control": `public, max-age=${MAX_AGE_SECONDS}`,
    },
  });
