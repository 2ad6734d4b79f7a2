import { createServer, type Socket } from "node:net";

export interface SmtpSink {
  url: string;
  /** Whole mails as they came over the wire, oldest first. */
  mails: string[];
  close(): Promise<void>;
}

export interface SmtpSinkOptions {
  /** The answer to a mail's end, by how many came before; "hang" never answers. Default: 250. */
  answer?: (count: number) => string;
}

/** A mail server that takes everything and keeps it: enough of SMTP for one mail at a time. */
export async function startSmtpSink({
  answer = () => "250 kept",
}: SmtpSinkOptions = {}): Promise<SmtpSink> {
  const mails: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => sockets.delete(socket));
    converse(socket, (mail) => {
      mails.push(mail);
      return answer(mails.length - 1);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

function converse(socket: Socket, keep: (mail: string) => string): void {
  let pending = "";
  let body: string | null = null;
  const say = (line: string) => socket.write(`${line}\r\n`);
  say("220 sink");
  socket.on("data", (chunk) => {
    pending += chunk.toString();
    for (;;) {
      const end = pending.indexOf("\r\n");
      if (end < 0) return;
      const line = pending.slice(0, end);
      pending = pending.slice(end + 2);
      if (body === null) {
        if (/^data/i.test(line)) body = "";
        say(/^data/i.test(line) ? "354 go on" : /^quit/i.test(line) ? "221 bye" : "250 sink");
      } else if (line === ".") {
        const answer = keep(body);
        body = null;
        if (answer !== "hang") say(answer);
      } else body += `${line}\n`;
    }
  });
}
