import type { Vitals } from '#application/instrumentation/vitals.js';
import { type Fact, keyOf } from '#instrumentation/typescript/facts.js';

/** Whether a website tells anything of its sessions. */
export const hasSessions = ({ sessions, sessionDuration, sessionsEnded, bounces }: Vitals): boolean =>
  [sessions, sessionDuration, sessionsEnded, bounces].some((each) => each !== undefined);

/** Sessions that go on, in memory that is bounded, and what is counted when one ends. */
export const sessionsFile = (vitals: Vitals, facts: readonly Fact[], kept: string): string => {
  const { sessions, sessionDuration, sessionsEnded, bounces } = vitals;
  const ends = [
    ...(sessionDuration ? [`  metrics.${keyOf(facts, sessionDuration)}.observe(seconds);`] : []),
    ...(sessionsEnded ? [`  metrics.${keyOf(facts, sessionsEnded)}.inc();`] : []),
    ...(bounces ? [`  if (pages === 1) metrics.${keyOf(facts, bounces)}.inc();`] : []),
  ];
  const told = [...(sessionDuration ? ['seconds'] : []), ...(bounces ? ['pages'] : [])];
  return `import { metrics } from './metrics.js';

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
  var ${kept}: Map<string, Session> | undefined;
}

/** In the order in which they were heard of, the longest ago first. */
const going = (globalThis.${kept} ??= new Map<string, Session>());

const end = (id: string${told.length > 0 ? `, { ${told.join(', ')} }: Session` : ''}): void => {
  going.delete(id);
${ends.join('\n')}
};

/** Ends sessions that are not heard of any more${sessions ? ', and tells how many go on' : ''}. */
export const sessionsAt = (now: number): void => {
  for (const [id, session] of going) {
    if (now - session.heard < idle) break;
    end(id${told.length > 0 ? ', session' : ''});
  }
${sessions ? `  metrics.${keyOf(facts, sessions)}.set(going.size);\n` : ''}};

/** Takes what a browser tells of its session. Reports may arrive in another order than they were sent. */
export const heardOf = (
  { id, seconds, pages }: { readonly id: string; readonly seconds: number; readonly pages: number },
  now: number,
): void => {
  sessionsAt(now);
  const before = going.get(id);
  going.delete(id);
  const [oldest] = going;
  if (going.size >= most && oldest) end(${told.length > 0 ? '...oldest' : 'oldest[0]'});
  going.set(id, {
    seconds: Math.max(before?.seconds ?? 0, seconds),
    pages: Math.max(before?.pages ?? 0, pages),
    heard: now,
  });
${sessions ? `  metrics.${keyOf(facts, sessions)}.set(going.size);\n` : ''}};
`;
};
