import type { Viewer } from "#app/domain/viewer.ts";
import type { Deps } from "#app/platform/deps.server.ts";
import { listSessions as selectSessions } from "#db/queries/sessions.ts";
import { deviceName } from "./device-name.ts";
import type { ListedSession } from "./session-list.tsx";

/** The viewer's sessions as the account page lists them, this one first. */
export async function listSessions(
  { db }: Pick<Deps, "db">,
  { viewer }: { viewer: Viewer },
): Promise<ListedSession[]> {
  const sessions = await selectSessions(db, viewer.userId);
  return sessions
    .map(({ id, ip, userAgent, createdAt, lastSeenAt }) => ({
      id,
      ip,
      device: deviceName(userAgent),
      createdAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      current: id === viewer.sessionId,
    }))
    .sort((a, b) => Number(b.current) - Number(a.current));
}
