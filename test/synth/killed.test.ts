import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { readFiles, writeFiles } from '#synth/folder.js';
import { sweep } from '#synth/sweep.js';

let folder = '';
beforeEach(() => {
  mkdirSync('.cache', { recursive: true });
  folder = mkdtempSync(join('.cache', 'killed-test-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** An estate whose every file says `text`; a broken one is refused. */
const estate = (text: string, broken = false) => `
  import { Chart } from 'cdk8s/lib/chart.js';
  import { ConfigMap } from '#imports/config-map.js';
  import { synth } from '#synth/synth.js';
  synth([{ place: '', make: (app) => {
    const chart = new Chart(app, 'shop', { disableResourceNameHashes: true });
    new ConfigMap(chart, 'map', { metadata: { name: '${broken ? 'No Name' : 'map'}' }, data: { says: '${text}' } });
    return chart;
  } }], [], '${folder}/dist', {
    pages: { '${folder}/docs/runbooks': new Map([['shop/A.md', '${text}']]) },
    alone: { '${folder}/docs/secrets.md': '${text}' },
  });`;

/** Kills its process right after so many calls of a function of `node:fs`. */
const killedAfter = (calls: number, call: 'renameSync' | 'writeFileSync') => `
  import { createRequire } from 'node:module';
  const fs = createRequire(import.meta.url)('node:fs');
  const real = fs.${call};
  let left = ${calls};
  fs.${call} = (...given) => {
    real(...given);
    left -= 1;
    if (left === 0) process.kill(process.pid, 'SIGKILL');
  };`;

const run = (source: string) => {
  const entry = join(folder, 'killed-test.ts');
  writeFileSync(entry, source);
  const { status, signal } = spawnSync(process.execPath, ['build/run.mjs', entry], { encoding: 'utf8' });
  rmSync(entry);
  return { status, signal };
};

/** What the files say, each once; and all that stands there. */
const said = () => [
  ...new Set([...readFiles(folder).values()].map((text) => /old|new/.exec(text)?.[0] ?? text)),
];
const paths = ['dist/shop/ConfigMap.map.yaml', 'docs/runbooks/shop/A.md', 'docs/secrets.md'];
const standing = () => [...readFiles(folder).keys()];

describe('a run that is killed', () => {
  let old = '';
  beforeAll(() => {
    old = mkdtempSync(join('.cache', 'killed-test-'));
    folder = old;
    run(estate('old'));
  });
  afterAll(() => {
    rmSync(old, { recursive: true });
  });
  beforeEach(() => {
    cpSync(old, folder, { recursive: true });
  });

  test.each([1, 3])('after it wrote %d files has changed nothing, once another has begun', (calls) => {
    const { signal } = run(`${killedAfter(calls, 'writeFileSync')}${estate('new')}`);
    const { status } = run(estate('newer', true));
    expect([signal, status, said(), standing()]).toEqual(['SIGKILL', 1, ['old'], paths]);
  });

  test.each([1, 2, 4])('after %d of its renames has changed everything, once another has begun', (calls) => {
    const { signal } = run(`${killedAfter(calls, 'renameSync')}${estate('new')}`);
    expect(standing()).toEqual(expect.arrayContaining(paths));
    const { status } = run(estate('newer', true));
    expect([signal, status, said(), standing()]).toEqual(['SIGKILL', 1, ['new'], paths]);
  });

  test('leaves no bundle, once another has begun', () => {
    const cache = join('.cache', 'synth', 'killed-test');
    run(`process.kill(process.pid, 'SIGKILL');`);
    const left = readdirSync(cache).filter((each) => each.startsWith('run-'));
    run('export {};');
    expect([left.length, readdirSync(cache).filter((each) => each.startsWith('run-'))]).toEqual([1, []]);
  });
});

test('Where a file can have no second name, all is written as well', () => {
  const unlinked = `
    import { createRequire } from 'node:module';
    createRequire(import.meta.url)('node:fs').linkSync = () => {
      throw Object.assign(new Error('operation not permitted'), { code: 'EPERM' });
    };`;
  run(estate('old'));
  const { status } = run(`${unlinked}${estate('new')}`);
  expect([status, said(), standing()]).toEqual([0, ['new'], paths]);
});

/**
 * Publishes in folders of their own, in each a change of every kind, which comes to nothing before one of the steps that change what stands:
 * either none from then on does anything, as if the process was killed, or that one alone fails. Then another begins. Says of each what
 * that finds to stand.
 */
const stopping = (at: string, stop: 'dies' | 'fails once') => `
  import { createRequire } from 'node:module';
  import { mkdirSync } from 'node:fs';
  import { join } from 'node:path';
  import { readFiles } from '#synth/folder.js';
  import { publish } from '#synth/publish.js';
  import { sweep } from '#synth/sweep.js';
  const fs = createRequire(import.meta.url)('node:fs');
  const steps = ['linkSync', 'renameSync', 'writeFileSync', 'rmSync', 'rmdirSync', 'mkdirSync'];
  const real = Object.fromEntries(steps.map((step) => [step, fs[step]]));
  let left = Infinity;
  for (const step of steps)
    fs[step] = (...given) => {
      left -= 1;
      if (${stop === 'dies' ? 'left < 0' : 'left === -1'}) throw new Error('stopped');
      return real[step](...given);
    };
  const was = { same: '0', changed: 'old', gone: 'old', 'ends/x/y': 'old', 'folder/x': 'old', file: 'old' };
  const is = { same: '0', changed: 'new', come: 'new', 'begins/x/y': 'new', folder: 'new', 'file/x': 'new' };
  const contents = (folder, texts, text) => ({
    [join(folder, 'dist')]: new Map(Object.entries(texts)),
    [join(folder, 'docs', 'page.md')]: text,
    ...(text === 'new' && { [join(folder, 'made')]: new Map(Object.entries(texts)) }),
  });
  const told = (folder) => JSON.stringify([...readFiles(folder)].sort());
  const states = [];
  for (let calls = 0; ; calls += 1) {
    const folder = join('${at}', String(calls));
    publish(contents(folder, was, 'old'));
    const before = told(folder);
    left = calls;
    try { publish(contents(folder, is, 'new')); } catch {}
    const isDone = left >= 0;
    left = Infinity;
    const isBegun = told(folder).includes('-all"');
    const isAsBefore = told(folder) === before;
    const paths = Object.keys(contents(folder, is, 'new'));
    sweep(paths);
    const swept = told(folder);
    publish(contents(folder, is, 'new'));
    states.push({ isBegun, isAsBefore, is: swept === before ? 'old' : swept === told(folder) ? 'new' : swept });
    if (isDone) break;
  }
  console.log(JSON.stringify(states));`;

/** The id of a process that has ended. */
const ended = () => spawnSync(process.execPath, ['-e', '']).pid;
const leave = (at: string) => {
  writeFiles(new Map([['A.yaml', 'left']]), join(folder, at));
};

interface State {
  /** Whether it stands beside that all is written, and what is to become of it. */
  readonly isBegun: boolean;
  /** Whether all stands as it was, before another begins. */
  readonly isAsBefore: boolean;
  /** What stands once another has begun. */
  readonly is: string;
}

const statesWhere = (stop: Parameters<typeof stopping>[1]): readonly State[] => {
  const at = mkdtempSync(join('.cache', 'killed-test-'));
  const entry = join(at, 'stopping.ts');
  writeFileSync(entry, stopping(at, stop));
  const { stdout, stderr } = spawnSync(process.execPath, ['build/run.mjs', entry], { encoding: 'utf8' });
  rmSync(at, { recursive: true });
  if (stderr !== '') throw new Error(stderr);
  return JSON.parse(stdout);
};

/** Old up to somewhere, and new from there on. */
const onceNew = (states: readonly State[]) =>
  states.map((_, index) => (index < states.findIndex(({ is }) => is === 'new') ? 'old' : 'new'));

describe('a process that dies before any of its steps', () => {
  let states: readonly State[] = [];
  beforeAll(() => {
    states = statesWhere('dies');
  });

  test('has changed nothing until all is written, and all from then on, once another has begun', () => {
    expect(states.map(({ is }) => is)).toEqual(onceNew(states));
  });

  test('leaves it said from then on what is to become of it', () => {
    const [first] = states.filter(({ is }) => is === 'new');
    expect([first?.isBegun, states.filter(({ isBegun, is }) => isBegun && is !== 'new')]).toEqual([true, []]);
  });

  test('dies in more than twenty of the steps by which all is moved', () => {
    expect(states.filter(({ isBegun }) => isBegun).length).toBeGreaterThan(20);
  });
});

describe('a process of which any step fails', () => {
  let states: readonly State[] = [];
  beforeAll(() => {
    states = statesWhere('fails once');
  });

  test('has changed nothing, or all where it failed to take away what is needed no more', () => {
    expect(states.map(({ is }) => is)).toEqual(onceNew(states));
  });

  test('has taken back what it did, with all that it wrote beside', () => {
    expect(states.filter(({ is, isAsBefore }) => is === 'old' && !isAsBefore)).toEqual([]);
  });
});

describe('a sweep', () => {
  const swept = () => {
    sweep([join(folder, 'dist')]);
    return readdirSync(folder).sort();
  };

  test('removes what processes have left that have ended', () => {
    ['dist', `dist.next-${ended()}`, `dist.old-${ended()}`].forEach(leave);
    expect(swept()).toEqual(['dist']);
  });

  test('removes what nobody knows who left', () => {
    ['dist', 'dist.next-x', 'dist.old-'].forEach(leave);
    expect(swept()).toEqual(['dist']);
  });

  test('removes what a machine that lost its power left of a journal', () => {
    ['dist', `dist.next-${ended()}`].forEach(leave);
    writeFileSync(join(folder, `dist.next-${ended()}-all`), '');
    expect(swept()).toEqual(['dist']);
  });

  test('leaves alone what a process works on that still runs', () => {
    const other = `dist.next-${process.ppid}`;
    ['dist', other].forEach(leave);
    expect(swept()).toEqual(['dist', other]);
  });

  test('leaves alone what is called otherwise', () => {
    ['dist', 'dist.next', 'mydist.next-1', 'docs.old-1'].forEach(leave);
    expect(swept()).toEqual(['dist', 'dist.next', 'docs.old-1', 'mydist.next-1']);
  });

  test('puts back what was put aside, where nothing came in its place', () => {
    leave(`dist.old-${ended()}`);
    expect([swept(), existsSync(join(folder, 'dist', 'A.yaml'))]).toEqual([['dist'], true]);
  });

  test('of a path that is not there yet does nothing', () => {
    sweep([join(folder, 'none', 'dist')]);
    expect(readdirSync(folder)).toEqual([]);
  });
});
