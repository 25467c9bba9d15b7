import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { kept } from '#ground/cache.js';
import { print } from '#promql/expr/print.js';
import type { Quiet } from '#browser/wire/preview.js';
import type { Estate } from '#synth/estate/home.js';
import { now } from './clock.js';
import { type Planned, planned } from './incident.js';
import { type PreviewData, foundIn, forgetOld, shortcut, writeMade } from './kept.js';
import { incidentOf, together, writeAlerts, writeRecords, writeSeries } from './made.js';
import { type Placed, placedOf } from './place.js';
import { leftOut, neverFired } from './quiet.js';
import { type Drawn, drawn } from './series.js';
import type { Track } from './track.js';

interface PreviewDataSpec {
  /** The place at which each application is taken that runs there; of others the host where they run on one, else their first cluster. */
  readonly place?: string;
  /** The names of the alerts that have an incident; one critical and one warning of each application unless given. */
  readonly incidents?: readonly string[];
  /** What stands for all that runs, estate and product: where it is as before, so is the data, and nothing needs to be worked out. */
  readonly sources?: string;
  /** Told in a line what is being done, where it takes longer than two seconds: `series: 1000 of 5200`. */
  readonly progress?: (line: string) => void;
}

/** Raised whenever the same series would become other samples. */
const format = 4;

/** How long something may take before it is said what it does, in milliseconds. */
const silent = 2000;

const sumOf = (...parts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 24);

/** By what data is found again: all series, and all that is asked of them. */
const keyOf = (all: readonly Drawn[], tracks: readonly Track[], happens: unknown): string =>
  sumOf(
    ...[format, now, tracks, happens],
    all.map(({ placed: { application }, world }) => [
      application.groups.map(({ records, alerts, ...group }) => [
        group,
        [...records, ...alerts].map(({ expr, ...rule }) => [
          print(expr),
          'for' in rule ? [rule.for, rule.keepFiringFor, rule.labels] : rule.labels,
        ]),
      ]),
      world.asked.map(({ back, recorded }) => [back, recorded]),
    ]),
  );

/** What goes wrong in the data, and what was to and does not. */
interface Happening {
  readonly plans: readonly Planned[];
  readonly left: readonly Quiet[];
}

/** Makes the data in a folder that nobody else sees until it is whole. */
const make = async (
  folder: string,
  all: readonly Drawn[],
  { plans, left }: Happening,
  tracks: readonly Track[],
  tell: (line: string) => void,
): Promise<void> => {
  const placed: readonly Placed[] = all.map((each) => each.placed);
  mkdirSync(dirname(folder), { recursive: true });
  const making = mkdtempSync(`${folder}-`);
  try {
    const blocks = join(making, 'blocks');
    mkdirSync(blocks);
    await writeSeries(
      blocks,
      tracks,
      all.flatMap(({ world }) => world.asked),
      tell,
    );
    await writeRecords(blocks, placed, tell);
    const told = await writeAlerts(blocks, placed, tell);
    const quiet = [...left, ...neverFired(plans, told)];
    writeMade(making, { incidents: plans.map(incidentOf), quiet }, told);
    try {
      renameSync(making, folder);
    } catch (error) {
      // Another preview has made the same meanwhile.
      if (!foundIn(folder)) throw error;
    }
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
};

/**
 * Makes what a Prometheus would hold of an estate, or finds it as it was made before: series of all that its applications' catalogues
 * declare, with the faults of proofs as incidents, what its rules record, and its alerts as they were evaluated.
 *
 * @throws Error where promtool or Prometheus refuse what was made.
 */
export const previewData = async (
  estate: Estate,
  { place, incidents: names, sources, progress = () => undefined }: PreviewDataSpec = {},
): Promise<PreviewData> => {
  const began = Date.now();
  const tell = (line: string): void => {
    if (Date.now() - began > silent) progress(line);
  };
  const way =
    sources === undefined
      ? undefined
      : shortcut(kept('preview', `of-${sumOf(format, sources, place, names)}`));
  const before = way?.found();
  if (before) return before;
  const all = placedOf(estate, place).map(drawn);
  const proofs = all.map((each) => ({ placed: each.placed, proofs: each.world.proofs }));
  const plans = planned(proofs, names);
  const left = leftOut(proofs, plans, names);
  const tracks = together(all, plans);
  const folder = kept('preview', keyOf(all, tracks, [plans.map(incidentOf), left]));
  if (!foundIn(folder)) {
    forgetOld(dirname(folder));
    await make(folder, all, { plans, left }, tracks, tell);
  }
  way?.keep(folder);
  const made = foundIn(folder);
  if (made) return made;
  throw new Error(`${folder} is not as it was made`);
};
