import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Incident, Quiet } from '#browser/wire/preview.js';
import { listAt, numberAt, textAt } from '#ground/json.js';
import { now } from './clock.js';
import type { Told } from './made.js';

/** A folder as Prometheus stores it, with what happened in it. */
export interface PreviewData {
  readonly folder: string;
  /** Until when there is data, in milliseconds since 1970: what the pages take for now. */
  readonly now: number;
  readonly incidents: readonly Incident[];
  /** The alerts that do not fire in it, though they should. */
  readonly quiet: readonly Quiet[];
  /** Every alert that fired, from its first evaluation to its last, in milliseconds since 1970. */
  readonly fired: readonly Fired[];
}

/** An alert that fired. */
export interface Fired {
  readonly application: string;
  readonly alert: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly from: number;
  readonly to: number;
}

const timesIn = (each: unknown): { readonly from: number; readonly to: number } | undefined => {
  const [from, to] = [numberAt(each, 'from'), numberAt(each, 'to')];
  return from === undefined || to === undefined ? undefined : { from, to };
};

const namesIn = (each: unknown): { readonly application: string; readonly alert: string } | undefined => {
  const [application, alert] = [textAt(each, 'application'), textAt(each, 'alert')];
  return application === undefined || alert === undefined ? undefined : { application, alert };
};

const incidentsIn = (made: unknown): readonly Incident[] =>
  listAt(made, 'incidents').flatMap((each) => {
    const [times, names, words] = [timesIn(each), namesIn(each), textAt(each, 'words')];
    return times && names && words !== undefined ? [{ ...names, words, ...times }] : [];
  });

const quietIn = (made: unknown): readonly Quiet[] =>
  listAt(made, 'quiet').flatMap((each) => {
    const names = namesIn(each);
    const [ko, en] = [textAt(each, 'why', 'ko'), textAt(each, 'why', 'en')];
    return names && ko !== undefined && en !== undefined ? [{ ...names, why: { ko, en } }] : [];
  });

const firedIn = (made: unknown): readonly Fired[] =>
  listAt(made, 'fired').flatMap((each) => {
    const [times, names] = [timesIn(each), namesIn(each)];
    const labels = listAt(each, 'labels').flatMap((pair) => {
      const [label, value] = [textAt(pair, 0), textAt(pair, 1)];
      return label === undefined || value === undefined ? [] : [[label, value] as const];
    });
    return times && names ? [{ ...names, labels: Object.fromEntries(labels), ...times }] : [];
  });

const file = (folder: string): string => join(folder, 'made.json');

/** What a folder says of how it was made; nothing where it is not there. That it was of use is noted by its time. */
export const foundIn = (folder: string): PreviewData | undefined => {
  if (!existsSync(file(folder))) return undefined;
  const made: unknown = JSON.parse(readFileSync(file(folder), 'utf8'));
  const today = new Date();
  utimesSync(file(folder), today, today);
  return {
    folder: join(folder, 'blocks'),
    now: now * 1000,
    incidents: incidentsIn(made),
    quiet: quietIn(made),
    fired: firedIn(made),
  };
};

/** Says in a folder what happened in its data: the incidents, those whose alerts are quiet, and every alert that fired. */
export const writeMade = (
  folder: string,
  happened: Pick<PreviewData, 'incidents' | 'quiet'>,
  told: readonly Told[],
): void => {
  const fired = told.flatMap(({ application, rule, alerts }) =>
    alerts.flatMap(({ labels, states }) => {
      const times = states.filter(({ state }) => state === 'firing').map(({ at }) => at * 1000);
      const [from, to] = [times.at(0), times.at(-1)];
      return from === undefined || to === undefined
        ? []
        : [{ application: application.name, alert: rule.name, labels: Object.entries(labels), from, to }];
    }),
  );
  writeFileSync(file(folder), `${JSON.stringify({ ...happened, fired }, undefined, 2)}\n`);
};

/** A file that names the folder of data, where the same was asked for before. */
export const shortcut = (
  way: string,
): { readonly found: () => PreviewData | undefined; readonly keep: (folder: string) => void } => ({
  found: () => (existsSync(way) ? foundIn(join(dirname(way), readFileSync(way, 'utf8'))) : undefined),
  keep: (folder) => {
    mkdirSync(dirname(way), { recursive: true });
    writeFileSync(way, basename(folder));
  },
});

const day = 86_400_000;

/** Data takes tens of megabytes: what was of no use for a week goes, with what was left half made. */
export const forgetOld = (folder: string): void => {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const place = join(folder, name);
    const used = existsSync(file(place)) ? file(place) : place;
    // Another preview may have put it in its place meanwhile.
    const at = statSync(used, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - at > 7 * day) rmSync(place, { recursive: true, force: true });
  }
};
