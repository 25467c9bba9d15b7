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

  test.each([1, 2, 3])('after it wrote %d files has changed nothing, once another has begun', (calls) => {
    const { signal } = run(`${killedAfter(calls, 'writeFileSync')}${estate('new')}`);
    const { status } = run(estate('newer', true));
    expect([signal, status, said(), standing()]).toEqual(['SIGKILL', 1, ['old'], paths]);
  });

  test.each([1, 2, 3, 4, 5, 6])(
    'after %d of its renames has changed everything, once another has begun',
    (calls) => {
      const { signal } = run(`${killedAfter(calls, 'renameSync')}${estate('new')}`);
      const { status } = run(estate('newer', true));
      expect([signal, status, said(), standing()]).toEqual(['SIGKILL', 1, ['new'], paths]);
    },
  );

  test('leaves no bundle, once another has begun', () => {
    const cache = join('.cache', 'synth', 'killed-test');
    run(`process.kill(process.pid, 'SIGKILL');`);
    const left = readdirSync(cache).filter((each) => each.startsWith('run-'));
    run('export {};');
    expect([left.length, readdirSync(cache).filter((each) => each.startsWith('run-'))]).toEqual([1, []]);
  });
});

/** The id of a process that has ended. */
const ended = () => spawnSync(process.execPath, ['-e', '']).pid;
const leave = (at: string) => {
  writeFiles(new Map([['A.yaml', 'left']]), join(folder, at));
};

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
