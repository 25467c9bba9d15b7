import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { chosenOf } from '#rehearsal/drill/chosen.js';
import { drill } from '#rehearsal/drill/drill.js';
import type { Drilled } from '#rehearsal/drill/result.js';
import { everywhere } from '#rehearsal/place/places.js';
import { withStage } from '#rehearsal/stage/stage.js';
import { hosts, places } from '../estate.js';

// The real Prometheus and the real Alertmanager, with the files of a host, as `cheomseong rehearse` runs them, which is what this is: it
// waits until all targets are up and all rules are evaluated without error, breaks what stands in test/apps/faults/, and mends it when
// everybody has been told. Whom that are says a person here, and no simulation.

interface Fault {
  readonly alert: string;
  readonly told: readonly string[];
}

const faultsOf = (name: string): readonly Fault[] =>
  parse(readFileSync(`test/apps/faults/${name}.yml`, 'utf8'));

interface Lived {
  readonly drilled: readonly Drilled[];
  /** Seconds from the start of the servers to their end. */
  readonly seconds: number;
}

const lived = async (name: string): Promise<Lived> => {
  const start = performance.now();
  const chosen = chosenOf(
    everywhere({ places }),
    faultsOf(name).map(({ alert }) => `${name}/${alert}`),
  );
  const breaking = chosen.map(({ fault }) => fault);
  const [first] = chosen;
  if (!first) throw new Error(`test/apps/faults/${name}.yml has no fault`);
  const drilled = await withStage({ rehearsed: first.rehearsed, factor: 60, breaking }, (stage) =>
    drill(stage, breaking),
  );
  return { drilled, seconds: (performance.now() - start) / 1_000 };
};

// All at once, since all of them wait most of the time.
const all = new Map<string, PromiseSettledResult<Lived>>();
const names = hosts.map(({ name }) => name);
beforeAll(async () => {
  const outcomes = await Promise.allSettled(names.map(lived));
  outcomes.forEach((each, i) => all.set(names[i] ?? '', each));
}, 900_000);

const toldOf = (drilled: readonly Drilled[], isResolved: boolean): readonly string[] =>
  [
    ...new Set(
      drilled.flatMap(({ alert, heard }) =>
        heard.filter((each) => each.isResolved === isResolved).map(({ to }) => `${alert}: ${to}`),
      ),
    ),
  ].sort();

describe.each(names)('the host of %s', (name) => {
  const here = (): Lived => {
    const found = all.get(name);
    if (found?.status !== 'fulfilled') throw found?.reason;
    return found.value;
  };
  const expected = faultsOf(name)
    .flatMap(({ alert, told }) => told.map((to) => `${alert}: ${to}`))
    .sort();

  test('tells those who must know what breaks, and nobody else', () => {
    expect(toldOf(here().drilled, false)).toEqual(expected);
  });

  test('tells the same when it is mended', () => {
    expect(toldOf(here().drilled, true)).toEqual(expected);
  });

  test('does all that its routes say', () => {
    expect(here().drilled.flatMap(({ faults }) => faults)).toEqual([]);
  });

  test('takes less than a minute from its start until all is mended', () => {
    expect(here().seconds).toBeLessThan(60);
  });
});
