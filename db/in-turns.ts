/**
 * `ask`, shared: whoever calls while an answer is under way gets the next one, asked together with everybody else who
 * waits. An answer is therefore never older than the call it is given to.
 */
export function inTurns<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let underWay: Promise<Answer> | null = null;
  let next: Promise<Answer> | null = null;

  const start = (): Promise<Answer> => {
    const answer = ask().finally(() => {
      if (underWay === answer) underWay = null;
    });
    underWay = answer;
    return answer;
  };

  return () => {
    if (!underWay) return start();
    next ??= underWay
      .then(
        () => undefined,
        () => undefined,
      )
      .then(() => {
        next = null;
        return start();
      });
    return next;
  };
}
