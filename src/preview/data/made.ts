import { setTimeout as sleep } from 'node:timers/promises';
import type { Incident } from '#browser/wire/preview.js';
import { inLanguage } from '#ground/language.js';
import { type Alerted, type Evaluated, alerted, alertsText } from './alerting.js';
import { alongside } from './alongside.js';
import { atOnce } from './asking.js';
import { type SampleFile, sampleFile } from './blocks.js';
import type { Planned } from './incident.js';
import type { Placed } from './place.js';
import { passesOf, recorded } from './records.js';
import { eachSample, nameOf, reachOf, timesOf } from './sampled.js';
import { middling, now } from './clock.js';
import { type Drawn, trackKey } from './series.js';
import { overFolder } from './serve.js';
import { around } from './around.js';
import type { Asked } from './asked.js';
import type { Fault, Track } from './track.js';
import { faultsOf } from './faults.js';

/** Series with what goes wrong of them, each once: what the platform tells is told of several applications. */
export const together = (all: readonly Drawn[], plans: readonly Planned[]): readonly Track[] => {
  const tracks = new Map<string, Track>();
  for (const drawn of all)
    for (const each of drawn.tracks) if (!tracks.has(trackKey(each))) tracks.set(trackKey(each), each);
  const faults = new Map<string, readonly Fault[]>();
  for (const plan of plans) {
    const own = all.find(({ placed }) => placed === plan.placed);
    if (!own) continue;
    const changed = faultsOf(plan, own.tracks, own.world);
    for (const [track, more] of [...around(plan, own.tracks, changed), ...changed])
      faults.set(trackKey(track), [...(faults.get(trackKey(track)) ?? []), ...more]);
  }
  return alongside([...tracks].map(([key, track]) => ({ ...track, faults: faults.get(key) ?? [] })));
};

/** The beginning of the last day. */
const lately = now - middling;

/** Writes the samples of all series as blocks: those of long ago, and in two halves, which are made beside each other, those of the last day. */
export const writeSeries = async (
  folder: string,
  tracks: readonly Track[],
  asked: readonly Asked[],
  progress: (line: string) => void,
): Promise<void> => {
  const reach = reachOf(asked);
  const old = sampleFile(folder, 'old');
  const halves = [sampleFile(folder, 'late-1'), sampleFile(folder, 'late-2')] as const;
  const write = (from: number, to: number, late: SampleFile): void => {
    for (const [i, track] of tracks.slice(from, to).entries()) {
      const name = nameOf(track);
      const [before, then] = [old.series(name), late.series(name)];
      eachSample(track, timesOf(track, reach(track)), (at, value) =>
        (at < lately ? before : then)(at, value),
      );
      if ((from + i) % 1000 === 999) progress(`series: ${from + i + 1} of ${tracks.length}`);
    }
  };
  const half = Math.ceil(tracks.length / 2);
  write(0, half, halves[0]);
  const first = halves[0].made();
  // It is awaited below; where it fails before, that is told then.
  first.catch(() => undefined);
  // So that promtool begins with the first half while the second is written.
  await sleep(20);
  write(half, tracks.length, halves[1]);
  progress('promtool makes blocks of them');
  await Promise.all([first, halves[1].made(), old.made()]);
};

/** Records what the rules record, pass by pass: a Prometheus sees blocks when it starts. */
export const writeRecords = async (
  folder: string,
  all: readonly Placed[],
  progress: (line: string) => void,
): Promise<void> => {
  for (const [i, pass] of passesOf(all).entries()) {
    progress(`records: pass ${i + 1}, ${pass.length} rules`);
    const file = sampleFile(folder, `records-${i}`);
    await overFolder(folder, (url) => atOnce(2, pass, async (each) => file.write(await recorded(url, each))));
    await file.made();
  }
};

/** One rule with what its alerts were. */
export interface Told extends Evaluated {
  readonly alerts: readonly Alerted[];
}

/** Evaluates every alert over the last hours, and writes what each was as blocks. */
export const writeAlerts = async (
  folder: string,
  all: readonly Placed[],
  progress: (line: string) => void,
): Promise<readonly Told[]> => {
  const rules: readonly Evaluated[] = all.flatMap(({ application }) =>
    application.groups.flatMap((group) => group.alerts.map((rule) => ({ application, group, rule }))),
  );
  progress(`alerts: ${rules.length}`);
  const told: Told[] = [];
  await overFolder(folder, (url) =>
    atOnce(3, rules, async (each) => {
      told.push({ ...each, alerts: await alerted(url, each) });
    }),
  );
  const file = sampleFile(folder, 'alerts');
  for (const { alerts } of told) for (const each of alerts) file.write(alertsText(each));
  await file.made();
  return told;
};

/** An incident as pages tell of it. */
export const incidentOf = ({ placed: { application }, proven: { rule }, from, to }: Planned): Incident => ({
  application: application.name,
  alert: rule.name,
  words:
    rule.scenarios().fires[0]?.when ?? inLanguage(rule.texts, application.language)['summary'] ?? rule.name,
  from: from * 1000,
  to: to * 1000,
});
