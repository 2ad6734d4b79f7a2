export interface TestClock {
  (): Date;
  /** Jumps to a moment. */
  set(at: string | Date): void;
  /** Moves on by seconds. */
  advance(seconds: number): void;
}

/** A clock that stands still until it is moved. Starts at the real time, which the database's clock agrees with. */
export function createTestClock(start: Date = new Date()): TestClock {
  let now = start.getTime();
  return Object.assign(() => new Date(now), {
    set(at: string | Date) {
      now = new Date(at).getTime();
    },
    advance(seconds: number) {
      now += seconds * 1_000;
    },
  });
}
