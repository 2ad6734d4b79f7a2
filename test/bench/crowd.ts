import { load, type Measured, type Target } from "./load.ts";

export interface Crowd {
  /** Job pages asked by one client: alone, and while eight others search. */
  alone: Measured;
  among: Measured;
}

const SEARCHING = 8;

/** How job pages fare while eight connections search without a pause. */
export async function measureCrowd(
  { jobs, searches }: { jobs: Target; searches: Target },
  { seconds, webPid }: { seconds: number; webPid: number },
): Promise<Crowd> {
  const alone = await load(jobs, { connections: 1, seconds, webPid });
  const [among] = await Promise.all([
    load(jobs, { connections: 1, seconds, webPid }),
    load(searches, { connections: SEARCHING, seconds, webPid }),
  ]);
  return { alone, among };
}
