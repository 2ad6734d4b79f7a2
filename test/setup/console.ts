import { afterEach, beforeEach, vi } from "vitest";

// A test that expects noise replaces the spy itself: vi.spyOn(console, "error").mockImplementation(() => {}).
let unexpected: string[] = [];

beforeEach(() => {
  for (const method of ["error", "warn"] as const) {
    vi.spyOn(console, method).mockImplementation((...words: unknown[]) => {
      unexpected.push(`console.${method}: ${words.map(String).join(" ")}`);
    });
  }
});

afterEach(() => {
  const seen = unexpected;
  unexpected = [];
  vi.restoreAllMocks();
  if (seen.length > 0) throw new Error(`Unexpected noise:\n${seen.join("\n")}`);
});
