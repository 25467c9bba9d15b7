import { mkdtemp, readFile, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { AlertRule } from '#alerts/rule/rule.js';
import { forgetUnused } from '#proof/kept.js';
import { type Program, programOf } from '#proof/tools/tool.js';
import { broken, provenAlone, sound } from './broken.js';
import { proves } from './changed.js';

let cacheFolder = '';
beforeEach(async () => {
  cacheFolder = await mkdtemp(join(tmpdir(), 'kept-'));
});
afterEach(() => rm(cacheFolder, { recursive: true }));

const real = await programOf('promtool');
/** Whoever asks it gets an error: what still has an answer, has it from before. */
const gone: Program = { ...real, path: '/no/such/promtool' };

const prove = (rule: AlertRule, promtool: Program = real, fresh = false) =>
  provenAlone(rule, { cacheFolder, promtool, fresh });

type Quiet = ReturnType<AlertRule['scenarios']>['quiet'];
const withQuiet = (rule: AlertRule, change: (quiet: Quiet) => Quiet): AlertRule =>
  proves(rule, { quiet: change(rule.scenarios().quiet) });

const entries = async (): Promise<readonly string[]> => {
  const found = await readdir(cacheFolder, { recursive: true, withFileTypes: true });
  return found.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
};
const rewritten = async (change: (entry: string) => string): Promise<void> => {
  for (const file of await entries()) await writeFile(file, change(await readFile(file, 'utf8')));
};

describe('an alert that was proven before', () => {
  test('is not proven again', async () => {
    await prove(sound);
    expect((await prove(sound, gone)).refused).toEqual([]);
  });

  test('says that its verdict was kept', async () => {
    await prove(sound);
    expect((await prove(sound)).verdicts.map(({ kept }) => kept)).toEqual([true, true]);
  });

  test('has the same time to detect', async () => {
    const { detected } = await prove(sound);
    expect((await prove(sound, gone)).detected).toBe(detected);
  });

  test('whose proof does not hold still does not', async () => {
    const { refused } = await prove(broken['never true']);
    expect((await prove(broken['never true'], gone)).refused).toEqual(refused);
  });
});

describe('an alert is proven again', () => {
  const asksAgain = async (rule: AlertRule, promtool: Program = gone): Promise<void> => {
    await expect(prove(rule, promtool)).rejects.toThrow('/no/such/promtool');
  };

  test('when its rule is another', async () => {
    await prove(sound);
    expect((await prove(broken['never true'])).refused).not.toEqual([]);
  });

  test('when its texts are others', async () => {
    await prove(sound);
    await asksAgain(broken['with another summary']);
  });

  test('when a scenario is another', async () => {
    await prove(sound);
    await asksAgain(withQuiet(sound, (quiet) => quiet.map((each) => ({ ...each, lasts: '20m' }))));
  });

  test('when a scenario is called otherwise', async () => {
    await prove(sound);
    await asksAgain(withQuiet(sound, (quiet) => quiet.map((each) => ({ ...each, when: 'other words' }))));
  });

  test('when a scenario is gone', async () => {
    await prove(sound);
    await asksAgain(withQuiet(sound, (quiet) => quiet.slice(1)));
  });

  test('when promtool is of another release', async () => {
    await prove(sound);
    await asksAgain(sound, { ...gone, version: { ...gone.version, text: `${gone.version.text}.1` } });
  });

  test('when it is to be proven afresh', async () => {
    await prove(sound);
    await expect(prove(sound, gone, true)).rejects.toThrow('/no/such/promtool');
  });

  test.each<readonly [string, (entry: string) => string]>([
    ['is empty', () => ''],
    ['was cut short', (entry) => entry.slice(0, -10)],
    ['was changed', (entry) => entry.replace('[{', '[ {')],
    ['is of another form', () => '{"version": 0, "holds": true}'],
    ['claims that there is nothing against it', (entry) => `${entry.slice(0, 64)}\n[]`],
  ])('when what was kept %s', async (_, change) => {
    await prove(sound);
    await rewritten(change);
    await asksAgain(sound);
  });

  test('when what was kept is the answer to another question', async () => {
    await prove(sound);
    const sounds = await entries();
    const [answer = ''] = await Promise.all(sounds.map((file) => readFile(file, 'utf8')));
    await prove(broken['never true']);
    await rewritten(() => answer);
    await asksAgain(broken['never true']);
  });
});

test('answers that many write at once are whole', async () => {
  await Promise.all(Array.from({ length: 6 }, () => prove(sound, real, true)));
  expect((await prove(sound, gone)).refused).toEqual([]);
});

test('nothing but answers is left of writing them', async () => {
  await Promise.all(Array.from({ length: 3 }, () => prove(sound, real, true)));
  expect(await entries()).toHaveLength(2);
});

describe('answers that nobody asked for in 30 days', () => {
  const aMonthAgo = new Date(Date.now() - 31 * 86_400_000);
  const age = async (): Promise<void> => {
    for (const file of await entries()) await utimes(file, aMonthAgo, aMonthAgo);
  };

  test('are forgotten', async () => {
    await prove(sound);
    await age();
    await forgetUnused(cacheFolder, 30);
    expect(await entries()).toEqual([]);
  });

  test('are kept once they were of use again', async () => {
    await prove(sound);
    await age();
    await prove(sound, gone);
    await forgetUnused(cacheFolder, 30);
    expect(await entries()).toHaveLength(2);
  });

  test('leave others as they are', async () => {
    await prove(sound);
    const [file = ''] = await entries();
    await forgetUnused(cacheFolder, 30);
    expect((await stat(file)).isFile()).toBe(true);
  });
});
