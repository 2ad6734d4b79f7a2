import { createServer } from "node:net";
import { codeOf, StartError } from "./start-error.ts";

/** Throws a sentence when HOST:PORT cannot be listened on. */
export async function checkPort(host: string, port: number): Promise<void> {
  const code = await new Promise<string | null>((resolve) => {
    const probe = createServer();
    probe.once("error", (error) => resolve(codeOf(error) ?? error.message));
    probe.listen(port, host, () => probe.close(() => resolve(null)));
  });
  if (code === null) return;
  if (code === "EADDRINUSE") {
    throw new StartError(
      `Port ${port} on ${host} is taken by another program. Stop that program, or start with another port: PORT=${port + 1} npm start`,
    );
  }
  if (code === "EACCES") {
    throw new StartError(
      `You may not listen on port ${port}. Choose one above 1023: PORT=3000 npm start`,
    );
  }
  throw new StartError(`We cannot listen on ${host}:${port} (${code}). Correct HOST or PORT.`);
}
