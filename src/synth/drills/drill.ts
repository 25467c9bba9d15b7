import type { Fault } from '#ground/fault.js';
import { numberAt, textAt } from '#ground/json.js';

/** That an alert was rehearsed with real servers, from its fault to the inbox. */
export interface Drill {
  readonly application: string;
  readonly alert: string;
  /** `2026-11-29`, of UTC. */
  readonly date: string;
  /** The release of Cheomseong by which it was. */
  readonly version: string;
  /** How many times as fast as in life it went. */
  readonly pace: number;
  /** From the beginning of the condition to the first message, in seconds of life. */
  readonly seconds: number;
}

/** The file of an estate in which its drills are kept, a line each: of every alert the latest. */
export const drillsFile = 'drills.jsonl';

const keyOf = ({ application, alert }: Drill): string => `${application}/${alert}`;

const read = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** A line as a drill, or why it is none. */
const drillOf = (line: string): Drill | string => {
  const value = read(line);
  if (value === undefined) return 'it is no JSON';
  const texts = (['application', 'alert', 'date', 'version'] as const).map((field) => textAt(value, field));
  const [application, alert, date, version] = texts;
  const [pace, seconds] = [numberAt(value, 'pace'), numberAt(value, 'seconds')];
  if (!application || !alert || !version) return 'it does not say application, alert and version';
  if (date === undefined || !isDate(date))
    return `${date === undefined ? 'nothing' : `'${date}'`} is no date`;
  if (pace === undefined || pace < 1) return 'it does not say at which pace it was, from 1 on';
  if (seconds === undefined || seconds < 0) return 'it does not say after how many seconds it was told';
  return { application, alert, date, version, pace, seconds };
};

/** What stands in the file of drills, and what is wrong with it, a fault for each line. */
export const drillsIn = (
  text: string,
): { readonly drills: readonly Drill[]; readonly faults: readonly Fault[] } => {
  const lines = text.split('\n').map((line, i) => ({ line, where: `${drillsFile}:${i + 1}` }));
  const all = lines
    .filter(({ line }) => line.trim() !== '')
    .map((each) => ({ ...each, drill: drillOf(each.line) }));
  return {
    drills: all.flatMap(({ drill }) => (typeof drill === 'string' ? [] : [drill])),
    faults: all.flatMap(({ drill, line, where }): readonly Fault[] =>
      typeof drill === 'string'
        ? [
            {
              where,
              what: line,
              code: 'bad-drill',
              why: drill,
              cure: 'take the line away, and rehearse the alert again: it writes a line that is right',
            },
          ]
        : [],
    ),
  };
};

/** Of each alert its latest drill, in the order of applications and alerts; of several of one day that which stands last. */
export const latestOf = (drills: readonly Drill[]): readonly Drill[] => {
  const latest = new Map<string, Drill>();
  for (const drill of drills) {
    const before = latest.get(keyOf(drill));
    if (before === undefined || before.date <= drill.date) latest.set(keyOf(drill), drill);
  }
  return [...latest.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
};

/** The file of these drills. */
export const drillsText = (drills: readonly Drill[]): string =>
  latestOf(drills)
    .map(
      ({ application, alert, date, version, pace, seconds }) =>
        `${JSON.stringify({ application, alert, date, version, pace, seconds })}\n`,
    )
    .join('');

/** The latest drill of an alert. */
export const lastDrill = (drills: readonly Drill[], application: string, alert: string): Drill | undefined =>
  latestOf(drills).find((each) => keyOf(each) === `${application}/${alert}`);
