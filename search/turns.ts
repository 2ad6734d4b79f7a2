/** Runs work, so much of it at a time; the rest waits for its turn, first come first served. */
export type InTurn = <Result>(work: () => Promise<Result>) => Promise<Result>;

export function createTurns(most: number): InTurn {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running < most) running += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
