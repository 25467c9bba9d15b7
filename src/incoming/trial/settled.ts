import type { Incoming, Way } from '#incoming/alert/asked.js';
import {
  type AlertWritten,
  type GroupWritten,
  type Ways,
  groupsWritten,
} from '#incoming/application/assembled.js';
import type { Plan } from '#incoming/plan/plan.js';
import { attemptsOf } from './attempts.js';
import type { Trial, Try } from './outcome.js';

/** Writes the files of a trial, and tells by which path one of them is tried. */
export type Place = (files: Readonly<Record<string, string>>, tried: string) => string;

/** How alerts are written so that all of them can be made, and why some cannot. */
export interface Settled {
  readonly ways: Ways;
  readonly failed: ReadonlyMap<Incoming, string>;
}

/** Why an alert is written in a worse way than the best, as a person reads it. */
const firstLine = (text: string): string => text.split('\n')[0] ?? text;

/** With less of its own: without typed words, then without its proof; nothing where none is left. */
const worse = ({ proof }: AlertWritten, way: Way, why: string): Way | undefined => {
  if (way.expr === 'typed') return { ...way, expr: 'as written' };
  return proof.is === 'derived' ? { ...way, proof: 'unproven', why: firstLine(why) } : undefined;
};

const lineOf = (place: string): number => Number(/:(\d+):\d+$/.exec(place)?.[1] ?? 0);

/** What is wrong with alerts, by the alert. */
const failuresIn = (
  { types, outcome, broken }: Trial,
  file: string,
  attempts: ReturnType<typeof attemptsOf>,
): ReadonlyMap<AlertWritten, string> => {
  const elsewhere = types.filter(({ place }) => !place.startsWith(`${file}:`));
  if (broken !== undefined || elsewhere.length > 0)
    throw new Error(
      [broken ?? '', ...elsewhere.map(({ place, text }) => `${place}: ${text}`)].join('\n').trim(),
    );
  return new Map([
    ...types.flatMap(({ place, text }) => {
      const alert = attempts.at(lineOf(place));
      return alert === undefined ? [] : [[alert, text] as const];
    }),
    ...Object.entries(outcome?.thrown ?? {}).flatMap(([name, why]) => {
      const alert = attempts.of.get(name);
      return alert === undefined ? [] : [[alert, why] as const];
    }),
  ]);
};

/** The best ways in which alerts can be made: each that fails is tried again with less of its own, until none fails. */
export const settled = async (
  plan: Plan,
  begun: Settled,
  files: Readonly<Record<string, string>>,
  ending: string,
  place: Place,
  tries: Try,
): Promise<Settled> => {
  const written = groupsWritten(plan, begun.ways).flatMap((group: GroupWritten) => group.written);
  const attempts = attemptsOf(written, ending);
  const file = place({ ...files, 'attempts.ts': attempts.text }, 'attempts.ts');
  const failures = failuresIn(await tries(file), file, attempts);
  if (failures.size === 0) return begun;
  const [ways, failed] = [new Map(begun.ways), new Map(begun.failed)];
  for (const [alert, why] of failures) {
    const { incoming } = alert;
    const way = ways.get(incoming);
    const next = way && worse(alert, way, why);
    ways.set(incoming, next);
    if (next === undefined) failed.set(incoming, firstLine(why));
  }
  return settled(plan, { ways, failed }, files, ending, place, tries);
};
