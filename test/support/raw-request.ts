import { connect } from "node:net";

export interface RawAnswer {
  /** 0 when the connection was closed without an answer. */
  status: number;
  head: string;
  body: string;
}

/** Sends bytes as they are to a port and reads until the other side closes, or two seconds without a byte. */
export function rawRequest(port: number, bytes: string | Buffer): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    const chunks: Buffer[] = [];
    socket.setTimeout(2_000, () => socket.destroy());
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("error", () => {});
    socket.on("close", () => {
      const [head = "", ...body] = Buffer.concat(chunks).toString("latin1").split("\r\n\r\n");
      resolve({ status: Number(head.split(" ")[1] ?? 0), head, body: body.join("\r\n\r\n") });
    });
    socket.write(bytes);
  });
}

/** The text of a request; Connection: close, so that the answer's end is seen. */
export function requestText(
  line: string,
  headers: Record<string, string> = { Host: "localhost:3000" },
  body = "",
): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`${line} HTTP/1.1`, ...lines, "Connection: close", "", body].join("\r\n");
}
