import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { freePort } from "#db/free-port.ts";

export interface WebProcess {
  origin: string;
  port: number;
  child: ChildProcess;
  /** The exit code, once it has ended. */
  ended: Promise<number | null>;
}

/** One web process of the built site on its own, as `npm start` runs it. Resolves when it listens. */
export async function startWebProcess(env: Record<string, string>): Promise<WebProcess> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const child = fork("app/server/main.ts", {
    env: {
      ...process.env,
      NODE_ENV: "production",
      PORT: String(port),
      APP_ORIGIN: origin,
      MEILI_URL: "",
      LOG_LEVEL: "fatal",
      ...env,
    },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const ended = once(child, "exit").then(([code]) => code as number | null);
  await Promise.race([once(child, "message"), ended]);
  return { origin, port, child, ended };
}
