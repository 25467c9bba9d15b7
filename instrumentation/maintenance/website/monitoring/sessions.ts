// Made from the catalogue of Maintenance: what is changed here is gone with the next synthesis.
import { metrics } from './metrics';

interface Session {
  readonly seconds: number;
  readonly pages: number;
  readonly heard: number;
}

/** A session that is not heard of for this long, in milliseconds, has ended. */
const idle = 30 * 60_000;
/** More are not kept: the one not heard of for longest ends for the next. */
const most = 10_000;

declare global {
  var maintenanceWebsiteSessions: Map<string, Session> | undefined;
}

/** In the order in which they were heard of, the longest ago first. */
const going = (globalThis.maintenanceWebsiteSessions ??= new Map<string, Session>());

const end = (id: string, { seconds, pages }: Session): void => {
  going.delete(id);
  metrics.sessionDuration.observe(seconds);
  metrics.sessionsEnded.inc();
  if (pages === 1) metrics.bounces.inc();
};

/** Ends sessions that are not heard of any more, and tells how many go on. */
export const sessionsAt = (now: number): void => {
  for (const [id, session] of going) {
    if (now - session.heard < idle) break;
    end(id, session);
  }
  metrics.sessions.set(going.size);
};

/** Takes what a browser tells of its session. Reports may arrive in another order than they were sent. */
export const heardOf = (
  { id, seconds, pages }: { readonly id: string; readonly seconds: number; readonly pages: number },
  now: number,
): void => {
  sessionsAt(now);
  const before = going.get(id);
  going.delete(id);
  const [oldest] = going;
  if (going.size >= most && oldest) end(...oldest);
  going.set(id, {
    seconds: Math.max(before?.seconds ?? 0, seconds),
    pages: Math.max(before?.pages ?? 0, pages),
    heard: now,
  });
  metrics.sessions.set(going.size);
};
