import { setTimeout as sleep } from 'node:timers/promises';
import { type Duration, inSeconds } from '#ground/duration.js';
import type { SimulatedFault } from '#rehearsal/life/fault.js';
import { type MadeSilence, silence } from '#rehearsal/servers/alertmanager-api.js';
import type { Stage } from '#rehearsal/stage/stage.js';
import type { Route } from '#routing/route.js';
import { type Telling, expectedOf, missingIn } from './expected.js';
import type { Drilled } from './result.js';
import type { Pressed } from './steps.js';
import { judged } from './judged.js';
import { type Watch, watch } from './watch.js';

interface DrillOptions {
  /** Whether its alerts are silenced before the fault. */
  readonly silenced?: boolean;
}

/** Seconds that a busy machine may take beside what must be waited for. */
const grace = 25;

const longest = (route: Route, field: 'groupWait' | 'groupInterval', usual: Duration): number =>
  Math.max(
    inSeconds(route[field] ?? usual),
    ...route.routes.map((child) => longest(child, field, route[field] ?? usual)),
  );

/** What an alert takes at most until it fires, or until it is over, in seconds of life. */
const courseOf = ({ alert, scenario }: SimulatedFault): number =>
  Math.max(
    inSeconds(scenario.within ?? '0s'),
    inSeconds(alert.window ?? '0s') + inSeconds(alert.for) + inSeconds(alert.keepFiringFor ?? '0s'),
    inSeconds(scenario.settles ?? '0s'),
  );

/** Waits until something holds, and says whether it came to that. */
const until = async (seconds: number, holds: () => boolean): Promise<boolean> => {
  const deadline = Date.now() + seconds * 1_000;
  while (!holds()) {
    if (Date.now() > deadline) return false;
    await sleep(200);
  }
  return true;
};

const toldOf = ({ messages }: Stage, name: string, since: number): readonly Telling[] =>
  messages
    .filter(({ at, alerts }) => at >= since && alerts.includes(name))
    .map(({ teller, to, receiver, isResolved }) => ({ teller, to, receiver, alert: name, isResolved }));

/**
 * Has faults begin on a stage, waits until everybody is told who must be, mends them, waits for the news of that, and says what came of each.
 * It never waits in vain for ever: what does not come in time is a fault of the drill.
 */
export const drill = async (
  stage: Stage,
  faults: readonly SimulatedFault[],
  { silenced = false }: DrillOptions = {},
): Promise<readonly Drilled[]> => {
  const { rehearsed, factor, life } = stage;
  const { route } = rehearsed.configuration;
  const wait = longest(route, 'groupWait', '30s') / factor;
  const interval = longest(route, 'groupInterval', '5m') / factor;
  const course = Math.max(...faults.map(courseOf)) / factor;
  const names = faults.map(({ alert }) => alert.name);
  const looking: Watch = watch(stage);
  try {
    const isActive = (name: string): boolean =>
      looking.sight().active.some(({ labels }) => labels['alertname'] === name);
    await until(grace + course, () => !names.some(isActive));
    const before = Math.max(...faults.map(({ scenario }) => inSeconds(scenario.after ?? '0s'))) / factor;
    await sleep(Math.min(before, 60) * 1_000);
    const silences: readonly MadeSilence[] = silenced
      ? await Promise.all(names.map((name) => silence(stage.alertmanager, name, 3_600_000)))
      : [];
    const on = Date.now();
    for (const fault of faults) await stage.press(fault, true);

    const observed = () => ({
      seen: looking.sight().seen.filter(({ endedAt = on }) => endedAt >= on),
      silences: silences.map(({ alert, from, until: to }) => ({
        matchers: [{ label: 'alertname', operator: '=' as const, value: alert }],
        from: new Date(from),
        to: new Date(to),
      })),
      factor,
    });
    const external = rehearsed.application.externalLabels ?? {};
    const meant = (name: string, configuration = rehearsed.meant): readonly Telling[] =>
      expectedOf(name, configuration, {
        ...observed(),
        labelled: { ...external, ...(rehearsed.splits && { namespace: rehearsed.application.namespace }) },
      });
    const simulated = (name: string): readonly Telling[] =>
      expectedOf(name, rehearsed.configuration, { ...observed(), labelled: external });
    const isFiring = (name: string): boolean =>
      looking.sight().seen.some(({ labels, firingAt = 0 }) => labels['alertname'] === name && firingAt >= on);
    const isGrouped = (name: string): boolean =>
      looking.sight().grouped.some(({ alert, since }) => alert.labels['alertname'] === name && since >= on);
    const isTold = (name: string, isResolved: boolean): boolean =>
      missingIn(
        meant(name).filter((each) => each.isResolved === isResolved),
        toldOf(stage, name, on),
      ).length === 0;

    await until(3 * course + grace, () => names.every(isFiring));
    await until(grace, () => names.every(isGrouped));
    await until(2 * wait + 15, () => names.every((name) => isTold(name, false)));
    // What arrives where it should not arrives no later than this.
    await sleep((wait + 1) * 1_000);
    const off = Date.now();
    for (const fault of faults) await stage.press(fault, false);
    const clears = faults
      .filter(({ scenario }) => scenario.neverClears === undefined)
      .map(({ alert }) => alert.name);
    const isOver = await until(3 * course + grace, () => !clears.some(isActive));
    if (isOver) await until(2 * interval + 15, () => clears.every((name) => isTold(name, true)));
    await sleep(500);

    const sight = looking.sight();
    return faults.map((fault) => {
      const pressed: Pressed = { fault, on, off };
      const { name } = fault.alert;
      return judged({
        ...{ stage, sight, pressed, silences, isActive: isActive(name) },
        told: toldOf(stage, name, on),
        meant: meant(name),
        uninhibited: meant(name, { ...rehearsed.meant, inhibit: [] }),
        simulated: simulated(name),
      });
    });
  } finally {
    for (const fault of faults) life.mendNow(fault);
    await looking.stop();
  }
};
