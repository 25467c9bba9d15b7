import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newestAlertmanager } from '#proof/tools/tool.js';
import { type Chosen, chosenOf } from '#rehearsal/drill/chosen.js';
import { drill } from '#rehearsal/drill/drill.js';
import type { Drilled } from '#rehearsal/drill/result.js';
import { rehearseCommand } from '#rehearsal/command.js';
import { everywhere } from '#rehearsal/place/places.js';
import { type Staged, withStage } from '#rehearsal/stage/stage.js';
import { drillsIn } from '#synth/drills/drill.js';
import main from '../../main.js';
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

const made = (): string => mkdtempSync(join(tmpdir(), 'rehearsed-'));
const root = made();
const unrecordedRoot = made();
afterAll(() => [root, unrecordedRoot].forEach((each) => rmSync(each, { recursive: true })));

/** What came of a command that was typed in a folder of its own. */
const typed = async (folder: string, ...words: readonly string[]) => {
  let said = '';
  const out = { isTTY: false, write: (text: string) => void (said += text) };
  const surface = {
    ...{ out, colour: false, folder, root: folder },
    err: { ...out, write: () => undefined },
  };
  const code = await rehearseCommand(words, surface, { estate: main, pageOf: undefined, version: '1.2.3' });
  return { code, said };
};
type Typed = Awaited<ReturnType<typeof typed>>;
const commands: { recorded?: Typed; unrecorded?: Typed } = {};

/** Nothing where a process has ended meanwhile. */
const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};
/** The folders of the servers that this process runs, as their command lines name them. */
const foldersOfServers = (): readonly string[] =>
  textOf(`/proc/${process.pid}/task/${process.pid}/children`)
    .split(' ')
    .flatMap((pid) => /--config\.file=(.+?)\/config\.yml/.exec(textOf(`/proc/${pid}/cmdline`))?.[1] ?? []);
const folders = new Set<string>();
// All at once, since all of them wait most of the time.
beforeAll(async () => {
  const program = await newestAlertmanager();
  const looking = setInterval(() => foldersOfServers().forEach((each) => folders.add(each)), 1_000);
  const running = {
    observer: rung(['observer/ObserverDatabaseDown'], { program }, true),
    misrouted: rung(['ecoeco/PostgreSQLDown'], { edited: misrouted }),
  };
  const file = join('out', 'drills', 'junit.xml');
  const both = ['ojeomneo/PodDown', 'ojeomneo/HighErrorRate'];
  const typing = [
    typed(root, 'ecoeco/PostgreSQLDown', '--junit', file).then((each) => (commands.recorded = each)),
    typed(unrecordedRoot, ...both, '--together', '--json', '--no-record').then((each) => {
      commands.unrecorded = each;
      all['ojeomneo'] = { drilled: JSON.parse(each.said).drills, servers: [] };
    }),
  ];
  const ringing = Object.entries(running).map(async ([name, each]) => {
    all[name] = await each;
  });
  await Promise.all([...typing, ...ringing]).finally(() => clearInterval(looking));
}, 900_000);

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

describe('the command that names an alert', () => {
  const drillsOf = (folder: string): string => join(folder, 'drills.jsonl');

  test('ends with 0 where all is well', () => {
    expect([commands.recorded?.code, commands.unrecorded?.code]).toEqual([0, 0]);
  });

  test('says in a table who heard it', () => {
    expect(commands.recorded?.said).toMatch(
      /^ok {3}ecoeco\/PostgreSQLDown \(critical\): [^]* inbox +Slack #ecoeco-alerts [^]*; told as resolved after /,
    );
  });

  test('writes JUnit XML into a folder that was not there', () => {
    expect(readFileSync(join(root, 'out/drills/junit.xml'), 'utf8')).toContain(
      '<testsuite name="ecoeco" tests="1" failures="0">',
    );
  });

  test('says as JSON that all is right', () => {
    expect(JSON.parse(commands.unrecorded?.said ?? '').isRight).toBe(true);
  });

  test('keeps the drill', () => {
    expect(drillsIn(readFileSync(drillsOf(root), 'utf8'))).toMatchObject({
      drills: [{ application: 'ecoeco', alert: 'PostgreSQLDown', version: '1.2.3', pace: 60 }],
      faults: [],
    });
  });

  test('keeps none where it must not', () => {
    expect(existsSync(drillsOf(unrecordedRoot))).toBe(false);
  });
});

test('every stage had its two servers', () => {
  expect(folders.size).toBe(8);
});

test('no folder of a server is left', () => {
  expect([...folders].filter((each) => existsSync(each))).toEqual([]);
});

test('no process of a server is left', () => {
  expect(foldersOfServers()).toEqual([]);
});

test('no server is left', async () => {
  const urls = Object.values(all).flatMap(({ servers }) => servers);
  const answers = await Promise.allSettled(urls.map((url) => fetch(url)));
  expect(answers.map(({ status }) => status)).toEqual(urls.map(() => 'rejected'));
});
