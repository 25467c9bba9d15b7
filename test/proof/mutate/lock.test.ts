import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AlertRule } from '#alerts/rule/rule.js';
import { mutateCommand } from '#proof/mutate/command.js';
import { type Lock, isTriedAnyway, lockKey, lockOf, readLock, writeLock } from '#proof/mutate/lock.js';
import { mutate } from '#proof/mutate/mutate.js';
import { type Verdict, survivorsOf } from '#proof/mutate/verdict.js';
import { placed, weakly } from './queue.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lock-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const tried = async (rule: AlertRule, lock: Lock = {}): Promise<Verdict> => {
  const [verdict] = await mutate([placed(rule)], { keptIn: join(folder, 'kept'), lock });
  if (!verdict) throw new Error('there is no verdict');
  return verdict;
};
const survived = (verdict: Verdict) => survivorsOf(verdict).map(({ name }) => name);

/** A lock that says of this alert that only this survived. */
const saying = (verdict: Verdict, text: Readonly<Record<string, string>>): Lock => ({
  [lockKey(verdict)]: { content: verdict.content, survived: text },
});
const isUntouched = async (verdict: Verdict): Promise<boolean> =>
  !isTriedAnyway(verdict.content, Math.floor(Date.now() / 86_400_000));

describe('what is locked', () => {
  test('names each survivor by what it changes', async () => {
    const verdict = await tried(weakly);
    expect(Object.values(lockOf([verdict])[lockKey(verdict)]?.survived ?? {})).toContain(
      '> 1000 → > 2000 in sum(queue_depth) > 1000',
    );
  });

  test('is believed where nothing has changed, on all days but one of twenty-four', async () => {
    const verdict = await tried(weakly);
    const believed = survived(await tried(weakly, saying(verdict, {})));
    expect(believed).toEqual((await isUntouched(verdict)) ? [] : survived(verdict));
  });

  test('is not believed of an alert that has changed', async () => {
    const before = await tried(weakly);
    const other: AlertRule = { ...weakly, for: '2m' };
    const lies = Object.fromEntries(before.mutants.map(({ name }) => [name, 'survived']));
    expect(survived(await tried(other, saying(before, lies)))).toEqual(survived(await tried(other)));
  });

  test('is tried all the same once in twenty-four days', () => {
    const days = Array.from({ length: 24 }, (_, day) => isTriedAnyway('0123abcd', day));
    expect(days.filter(Boolean)).toEqual([true]);
  });
});

describe('a lock', () => {
  test('that was written is read again', async () => {
    const lock = lockOf([await tried(weakly)]);
    await writeLock(join(folder, 'proofs.lock'), lock);
    expect(await readLock(join(folder, 'proofs.lock'))).toEqual(lock);
  });

  test('that is none counts for nothing', async () => {
    await writeFile(join(folder, 'broken.lock'), '{"shop/QueueTooLong": {"content": 3}}');
    expect(await readLock(join(folder, 'broken.lock'))).toEqual({});
  });
});

test('A lock is of the whole estate', async () => {
  let told = '';
  const output = { result: () => {}, progress: (text: string) => void (told += text) };
  const exitCode = await mutateCommand(['--mutate', '--lock', 'QueueTooLong'], [], folder, output);
  expect([exitCode, told]).toEqual([
    2,
    '--lock is of the whole estate: name no alert or application, and ask for no report or equivalents',
  ]);
});
