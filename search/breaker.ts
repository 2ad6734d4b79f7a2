/** Stops asking a failing engine for a while, so that every visitor does not wait for it to fail again. */
export interface Breaker {
  /** False while open; true again for one trial at a time once the rest is over. */
  allows(): boolean;
  succeeded(): void;
  failed(): void;
}

export interface BreakerOptions {
  failures?: number;
  windowMs?: number;
  restMs?: number;
  /** Milliseconds of any steady clock. */
  now?: () => number;
}

/** Opens after `failures` within `windowMs`, rests `restMs`, then lets one trial through. */
export function createBreaker({
  failures = 5,
  windowMs = 10_000,
  restMs = 10_000,
  now = () => performance.now(),
}: BreakerOptions = {}): Breaker {
  let recent: number[] = [];
  let closedAgainAt: number | null = null;

  const open = () => {
    closedAgainAt = now() + restMs;
    recent = [];
  };

  return {
    allows() {
      if (closedAgainAt === null) return true;
      if (now() < closedAgainAt) return false;
      // The trial: until it ends nobody else tries.
      closedAgainAt = now() + restMs;
      return true;
    },
    succeeded() {
      closedAgainAt = null;
    },
    failed() {
      if (closedAgainAt !== null) return open();
      recent = [...recent.filter((at) => at > now() - windowMs), now()];
      if (recent.length >= failures) open();
    },
  };
}
