import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Incident } from '#browser/wire/preview.js';
import { kept } from '#ground/cache.js';
import { listAt, numberAt, textAt } from '#ground/json.js';
import { print } from '#promql/expr/print.js';
import type { Estate } from '#synth/estate/home.js';
import { now } from './clock.js';
import { planned } from './incident.js';
import type { PreviewData } from './kept.js';
import { incidentOf, together, writeAlerts, writeRecords, writeSeries } from './made.js';
import { placedOf } from './place.js';
import { drawn } from './series.js';

export interface PreviewDataSpec {
  /** The place at which each application is taken that runs there; of others the host where they run on one, else their first cluster. */
  readonly place?: string;
  /** The names of the alerts that have an incident; one critical and one warning of each application unless given. */
  readonly incidents?: readonly string[];
  /** Told in a line what is being done, where it takes longer than two seconds: `series: 1000 of 5200`. */
  readonly progress?: (line: string) => void;
}

/** Raised whenever the same series would become other samples. */
const format = 1;

/** What a folder was made with says so; one that was not finished says nothing. */
const foundIn = (folder: string): PreviewData | undefined => {
  const file = join(folder, 'made.json');
  if (!existsSync(file)) return undefined;
  const made: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return {
    folder: join(folder, 'blocks'),
    now: now * 1000,
    incidents: listAt(made, 'incidents').flatMap(incidentIn),
  };
};

const incidentIn = (each: unknown): readonly Incident[] => {
  const [application, alert, words] = [
    textAt(each, 'application'),
    textAt(each, 'alert'),
    textAt(each, 'words'),
  ];
  const [from, to] = [numberAt(each, 'from'), numberAt(each, 'to')];
  return application === undefined ||
    alert === undefined ||
    words === undefined ||
    from === undefined ||
    to === undefined
    ? []
    : [{ application, alert, words, from, to }];
};

/** How long something may take before it is said what it does, in milliseconds. */
const silent = 2000;

/**
 * Makes what a Prometheus would hold of an estate, or finds it as it was made before: series of all that its applications' catalogues declare, with the faults of
 * proofs as incidents, what its rules record, and its alerts as they were evaluated.
 *
 * @throws Error where promtool or Prometheus refuse what was made.
 */
export const previewData = async (
  estate: Estate,
  { place, incidents: names, progress = () => undefined }: PreviewDataSpec = {},
): Promise<PreviewData> => {
  const began = Date.now();
  const tell = (line: string): void => {
    if (Date.now() - began > silent) progress(line);
  };
  const placed = placedOf(estate, place);
  const all = placed.map(drawn);
  const plans = planned(
    all.map((each) => ({ placed: each.placed, proofs: each.world.proofs })),
    names,
  );
  const tracks = together(all, plans);
  const asked = all.flatMap(({ world }) => world.asked);
  const rules = placed.map(({ application: { groups } }) =>
    groups.map(({ interval, records, alerts }) => [
      interval,
      [...records, ...alerts].map(({ expr }) => print(expr)),
    ]),
  );
  const key = createHash('sha256')
    .update(JSON.stringify([format, now, tracks, rules, asked.map(({ selector: _, ...each }) => each)]))
    .digest('hex')
    .slice(0, 24);
  const folder = kept('preview', key);
  const found = foundIn(folder);
  if (found) return found;
  mkdirSync(dirname(folder), { recursive: true });
  const making = mkdtempSync(`${folder}-`);
  try {
    const blocks = join(making, 'blocks');
    mkdirSync(blocks);
    await writeSeries(blocks, tracks, asked, tell);
    await writeRecords(blocks, placed, tell);
    const told = await writeAlerts(blocks, placed, tell);
    const incidents = plans.map(incidentOf);
    const firing = told.flatMap(({ application, rule, alerts }) =>
      alerts.flatMap(({ labels, states }) => {
        const fires = states.filter(({ state }) => state === 'firing').map(({ at }) => at);
        return fires.length > 0
          ? [{ application: application.name, alert: rule.name, labels, from: fires[0], to: fires.at(-1) }]
          : [];
      }),
    );
    writeFileSync(join(making, 'made.json'), `${JSON.stringify({ incidents, firing }, undefined, 2)}\n`);
    if (!existsSync(folder)) renameSync(making, folder);
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
  const made = foundIn(folder);
  if (made) return made;
  throw new Error(`${folder} is not as it was made`);
};
