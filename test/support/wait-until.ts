import { setTimeout as sleep } from "node:timers/promises";

/** Waits until `check` answers something truthy, and gives it back; throws after `timeoutMs`. */
export async function waitUntil<Value>(
  check: () => Value | Promise<Value>,
  timeoutMs = 10_000,
): Promise<NonNullable<Value>> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const value = await check();
    if (value) return value;
    if (Date.now() > deadline) throw new Error(`Nothing came of it in ${timeoutMs} ms.`);
    await sleep(25);
  }
}
