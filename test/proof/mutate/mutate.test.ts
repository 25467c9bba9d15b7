import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AlertRule } from '#alerts/rule/rule.js';
import { mutate } from '#proof/mutate/mutate.js';
import { changeText } from '#proof/mutate/text.js';
import { type Verdict, scoreOf, survivorsOf } from '#proof/mutate/verdict.js';
import { type Program, programOf } from '#proof/tools/tool.js';
import { placed, queueTooLong, weakly } from './queue.js';

let keptIn = '';
const real = await programOf('promtool');
/** Whoever asks it gets an error: what still has an answer, has it from before. */
const gone: Program = { ...real, path: '/no/such/promtool' };

const tried = async (rule: AlertRule, promtool = real): Promise<Verdict> => {
  const [verdict] = await mutate([placed(rule)], { keptIn, promtool });
  if (!verdict) throw new Error(`${rule.name} was not tried`);
  return verdict;
};

let strong: Verdict;
let weak: Verdict;
beforeAll(async () => {
  keptIn = await mkdtemp(join(tmpdir(), 'mutate-'));
  strong = await tried(queueTooLong);
  weak = await tried(weakly);
}, 120_000);
afterAll(() => rm(keptIn, { recursive: true }));

describe('a proof at the limit', () => {
  test('notices every change', () => {
    expect(survivorsOf(strong).map(changeText)).toEqual([]);
  });
  test('has a score of 100%', () => {
    expect(scoreOf([strong]).share).toBe(1);
  });
});

describe('a proof far from the limit', () => {
  test('does not notice a limit twice as far', () => {
    expect(survivorsOf(weak).map(changeText)).toContain('> 1000 → > 2000 in sum(queue_depth) > 1000');
  });
  test('does not notice that the limit itself is counted in', () => {
    expect(survivorsOf(weak).map(changeText)).toContain('> → >= in sum(queue_depth) > 1000');
  });
  test('notices another `for`', () => {
    expect(survivorsOf(weak).filter(({ kind }) => kind === 'for')).toEqual([]);
  });
});

test('a mutant is noticed by the first scenario that tells it, of the shortest', () => {
  const found = strong.mutants.find(({ after, kind }) => kind === 'aggregation' && after === 'max');
  expect(found?.noticedBy).toBe('QueueTooLong fires when 1002 messages wait');
});

describe('what was found is kept', () => {
  test('for the same alert', async () => {
    expect((await tried(weakly, gone)).mutants).toEqual(weak.mutants);
  });
  test.each<[string, AlertRule]>([
    ['of another alert', { ...weakly, for: '2m' }],
    ['of another proof', { ...weakly, scenarios: () => ({ ...weakly.scenarios(), quiet: [] }) }],
    ['of other texts', { ...weakly, texts: { ...weakly.texts, en: { summary: 'a', description: 'b' } } }],
  ])('not for the mutants %s', async (_, rule) => {
    await expect(tried(rule, gone)).rejects.toThrow('/no/such/promtool');
  });
  test('not for another promtool', async () => {
    const other = { ...gone, version: { ...gone.version, text: 'another' } };
    await expect(tried(weakly, other)).rejects.toThrow('/no/such/promtool');
  });
  test('not where the file is damaged', async () => {
    const [name = ''] = await readdir(keptIn);
    const text = await readFile(join(keptIn, name), 'utf8');
    await Promise.all((await readdir(keptIn)).map((each) => writeFile(join(keptIn, each), text.slice(1))));
    await expect(tried(weakly, gone)).rejects.toThrow('/no/such/promtool');
  });
});

test('an alert whose proof does not hold cannot be tried', async () => {
  const broken = { ...queueTooLong, severity: 'warning', for: '5m' } as const;
  const wrong = { ...broken, scenarios: weakly.scenarios, expr: { type: 'number', value: 1 } } as const;
  await expect(tried(wrong)).rejects.toThrow('QueueTooLong');
});
