import { setTimeout as sleep } from "node:timers/promises";

export interface SearchAnswer {
  status: number;
  /** Answered by Postgres, and saying so. */
  isBasic: boolean;
  retryAfter: string | null;
  /** When it was asked and answered, on the clock of `Date.now`. */
  asked: number;
  answered: number;
}

/** Asks a site's own search, as a page and as JSON by turns, until told to stop; then gives back every answer. */
export function searchSteadily(origin: string, words: string) {
  const answers: SearchAnswer[] = [];
  let isOver = false;
  const ask = async (n: number): Promise<SearchAnswer> => {
    const isPage = n % 2 === 0;
    const address = `${isPage ? "/jobs" : "/api/v1/jobs"}?q=${words}&payMin=${(n % 20) + 1}`;
    const headers = { accept: isPage ? "text/html" : "application/json" };
    const asked = Date.now();
    const response = await fetch(`${origin}${address}`, { headers });
    const text = await response.text();
    return {
      status: response.status,
      isBasic: isPage
        ? text.includes("Results are basic for the moment")
        : response.headers.get("X-Search-Backend") === "postgres",
      retryAfter: response.headers.get("Retry-After"),
      asked,
      answered: Date.now(),
    };
  };
  const searching = (async () => {
    for (let n = 0; !isOver; n += 1) {
      answers.push(await ask(n));
      await sleep(50);
    }
  })();
  return {
    async stop(): Promise<SearchAnswer[]> {
      isOver = true;
      await searching;
      return answers;
    },
  };
}
