import { beforeAll, describe, expect, test } from '@jest/globals';
import { newestAlertmanager } from '#proof/tools/tool.js';
import { type Chosen, chosenOf } from '#rehearsal/drill/chosen.js';
import { drill } from '#rehearsal/drill/drill.js';
import type { Drilled } from '#rehearsal/drill/result.js';
import { everywhere } from '#rehearsal/place/places.js';
import { type Staged, withStage } from '#rehearsal/stage/stage.js';
import { places } from '../estate.js';

// Real servers, sixty times as fast as in life. The two applications of hosts ring in test/hosts/running.test.ts.

const chosen = (...alerts: readonly string[]): readonly [Chosen, ...Chosen[]] => {
  const [first, ...others] = chosenOf(everywhere({ places }), alerts);
  if (!first) throw new Error('no alert was named');
  return [first, ...others];
};

type Options = Pick<Staged, 'edited' | 'program'>;

const rung = (alerts: readonly string[], options: Options = {}, thenSilenced = false) => {
  const [first, ...others] = chosen(...alerts);
  const faults = [first, ...others].map(({ fault }) => fault);
  const staged = { rehearsed: first.rehearsed, factor: 60, breaking: faults, ...options };
  let servers: readonly string[] = [];
  return withStage(staged, async (stage) => {
    servers = [stage.prometheus, stage.alertmanager];
    const drilled = await drill(stage, faults);
    return [...drilled, ...(thenSilenced ? await drill(stage, faults, { silenced: true }) : [])];
  }).then((drilled) => ({ drilled, servers }));
};

/** One of the receivers of ecoeco's Slack is another application's. */
const misrouted = (text: string): string =>
  text.replaceAll('receiver: monitoring/ecoeco/slack', 'receiver: observer-prod/observer/slack');

interface Rung {
  readonly drilled: readonly Drilled[];
  readonly servers: readonly string[];
}
const all: Record<string, Rung> = {};
// All at once, since all of them wait most of the time.
beforeAll(async () => {
  const program = await newestAlertmanager();
  const running = {
    observer: rung(['observer/ObserverDatabaseDown'], { program }, true),
    ojeomneo: rung(['ojeomneo/PodDown', 'ojeomneo/HighErrorRate']),
    ecoeco: rung(['ecoeco/PostgreSQLDown']),
    misrouted: rung(['ecoeco/PostgreSQLDown'], { edited: misrouted }),
  };
  await Promise.all(
    Object.entries(running).map(async ([name, each]) => {
      all[name] = await each;
    }),
  );
}, 300_000);

const one = (name: string, number = 0): Drilled => {
  const found = all[name]?.drilled[number];
  if (!found) throw new Error(`${name} did not ring`);
  return found;
};
const whats = ({ steps }: Drilled): readonly string[] => [...new Set(steps.map(({ what }) => what))];
const toldOf = ({ heard }: Drilled, isResolved: boolean): readonly string[] =>
  [...new Set(heard.filter((each) => each.isResolved === isResolved).map(({ to }) => to))].sort();

const everybody = {
  observer: ['Slack #observer-alerts'],
  ojeomneo: ['E-mail operations@ojeomneo.example', 'PagerDuty', 'Slack #ojeomneo-alerts'],
  ecoeco: ['Slack #ecoeco-alerts'],
};

describe.each(Object.entries(everybody))('the alarm of %s', (name, told) => {
  test('is heard by those who must hear it, and by nobody else', () => {
    expect(toldOf(one(name), false)).toEqual(told);
  });

  test('is told as resolved to the same', () => {
    expect(toldOf(one(name), true)).toEqual(told);
  });

  test('is as its routes have it', () => {
    expect(one(name).faults).toEqual([]);
  });

  test('takes less than a minute from its condition to the inbox', () => {
    expect(one(name).seconds).toBeLessThan(60);
  });

  test('comes step by step', () => {
    const order = ['condition', 'pending', 'sent', 'mended'];
    expect(whats(one(name)).filter((what) => order.includes(what))).toEqual(order);
  });

  test('counts from the beginning of the condition', () => {
    expect(one(name).steps.find(({ what }) => what === 'condition')?.since).toBe(0);
  });
});

test("the newest Alertmanager's own record is held against the simulation", () => {
  expect(one('observer').isRecorded).toBe(true);
});

describe('an alarm that is silenced', () => {
  test('is seen to be pending, to fire and to be silenced', () => {
    expect(whats(one('observer', 1))).toEqual(expect.arrayContaining(['pending', 'firing', 'silenced']));
  });

  test('is told to nobody', () => {
    expect(one('observer', 1).heard).toEqual([]);
  });

  test('is right so', () => {
    expect([one('observer', 1).outcome, one('observer', 1).faults]).toEqual(['silenced', []]);
  });
});

test('an alarm that another inhibits is told as that, and to nobody', () => {
  const { outcome, heard, faults } = one('ojeomneo', 1);
  expect({ outcome, heard, faults }).toEqual({ outcome: 'inhibited', heard: [], faults: [] });
});

describe('an alarm whose route was changed in a copy', () => {
  test('fails, for whoever was not told', () => {
    expect(one('misrouted').faults).toContain(
      'Slack #ecoeco-alerts (monitoring/ecoeco/slack) was not told, and must be',
    );
  });

  test('fails, for whoever was told instead', () => {
    expect(one('misrouted').faults).toContain(
      'Slack #observer-alerts (observer-prod/observer/slack) was told, and must not be',
    );
  });
});

test('no server is left', async () => {
  const urls = Object.values(all).flatMap(({ servers }) => servers);
  const answers = await Promise.allSettled(urls.map((url) => fetch(url)));
  expect(answers.map(({ status }) => status)).toEqual(urls.map(() => 'rejected'));
});
