import type { AlertState, Happened } from '#browser/wire/rehearsal.js';

/** What an alert goes through, from what it watches for until all who were told know that it is over. */
export const steps = ['condition', 'pending', 'firing', 'grouped', 'sent', 'resolved'] as const;
export type Step = (typeof steps)[number];

/** How far an alert has come with a step. */
export interface Passed {
  readonly step: Step;
  /** `withheld`: a silence, another alert or a time of the week keeps it from anybody. */
  readonly state: 'past' | 'now' | 'ahead' | 'withheld';
  /** When it came to it, in milliseconds since 1970. */
  readonly at?: number;
  /** How long it stayed, or has stayed until now, in seconds. */
  readonly seconds?: number;
}

/** What happened to an alert; what is said of none happened to all. */
export const ofAlert = (alert: string, happened: readonly Happened[]): readonly Happened[] =>
  happened.filter((each) => each.alert === undefined || each.alert === alert);

/** The last time through: what happened since all was well before, or until it was so again. */
export const lastRun = (happened: readonly Happened[]): readonly Happened[] => {
  const runs: Happened[][] = [[]];
  for (const each of happened) {
    // A message that tells of the end comes behind it, and a fault begins anew.
    if (each.what === 'fault' && runs.at(-1)?.some(({ what }) => what === 'resolved')) runs.push([]);
    runs.at(-1)?.push(each);
  }
  return runs.at(-1) ?? [];
};

const reachedBy = ({ stage }: AlertState, at: ReadonlyMap<Step, number>): number => {
  const latest = steps.findLastIndex((step) => at.has(step));
  switch (stage) {
    case 'inactive':
      return latest;
    case 'silenced':
    case 'inhibited':
    case 'muted':
      return Math.min(Math.max(latest, steps.indexOf('pending')), steps.indexOf('firing'));
    default:
      return steps.indexOf(stage);
  }
};

const withheld: readonly AlertState['stage'][] = ['silenced', 'inhibited', 'muted'];

/** The steps of an alert's last time through, `now` in milliseconds since 1970. */
export const courseOf = (
  alert: AlertState,
  happened: readonly Happened[],
  now: number,
): readonly Passed[] => {
  const run = lastRun(ofAlert(alert.name, happened));
  const at = new Map<Step, number>();
  for (const step of steps) {
    const found = run.find(({ what }) => what === step);
    if (found) at.set(step, found.at);
  }
  const reached = reachedBy(alert, at);
  const isWithheld = withheld.includes(alert.stage);
  return steps.map((step, i) => {
    const began = at.get(step);
    const next = steps.slice(i + 1).find((later) => at.has(later));
    const ended = next === undefined ? now : (at.get(next) ?? now);
    const isOver = step === 'resolved';
    const state =
      i < reached ? 'past' : i === reached ? (isOver ? 'past' : 'now') : isWithheld ? 'withheld' : 'ahead';
    return {
      step,
      state,
      ...(began !== undefined && { at: began }),
      ...(began !== undefined && i <= reached && !isOver && { seconds: Math.max(ended - began, 0) / 1000 }),
    };
  });
};
