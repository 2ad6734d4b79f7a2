import path from "node:path";
import { defineConfig } from "vitest/config";

const root = path.resolve(import.meta.dirname, "..");

// The Remix plugin is absent on purpose: tests import modules as Node does, e2e drives the built server.
export default defineConfig({
  root,
  test: {
    root,
    env: { NODE_ENV: "test", LOG_LEVEL: "silent" },
    setupFiles: ["test/setup/console.ts"],
    // Files wait for engines and browsers more than they compute: two at a time, on one processor as on many.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["test/unit/**/*.test.{ts,tsx}"],
          // Property tests run thousands of cases; a busy machine must not fail them.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["test/integration/**/*.test.{ts,tsx}"],
          globalSetup: ["test/setup/services.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
          globalSetup: ["test/setup/site.ts"],
          // Two browsers share the processors with the engines; what passes on its second try is listed as "retry x1".
          retry: 1,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
