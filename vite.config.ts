import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import { denyImports } from "vite-env-only";
import remixOptions from "./remix.config.js";

export default defineConfig({
  plugins: [
    // db/ and search/ are server-only as a whole, so their files need no `.server` suffix.
    denyImports({ client: { files: ["db/**/*", "search/**/*", "**/*.server.*"] } }),
    remix(remixOptions),
  ],
  // The engines write there all the time.
  server: { watch: { ignored: ["**/var/**", "**/build/**"] } },
  // Found only once the first page is asked for, which would fail that page.
  optimizeDeps: { include: ["lucide-react"] },
  build: { target: "es2022", assetsInlineLimit: 0 },
});
