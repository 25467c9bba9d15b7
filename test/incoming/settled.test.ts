import { describe, expect, test } from '@jest/globals';
import type { Incoming, Way } from '#incoming/alert/asked.js';
import { groupsWritten } from '#incoming/application/assembled.js';
import { planOf } from '#incoming/plan/plan.js';
import { attemptsOf } from '#incoming/trial/attempts.js';
import type { Trial } from '#incoming/trial/outcome.js';
import { settled } from '#incoming/trial/settled.js';
import { readRules } from '#rules/read.js';
import { understood } from '#rules/understood.js';

const { groups } = readRules([
  {
    file: 'rules.yml',
    text: `groups:
  - name: shop
    rules:
      - { alert: First, expr: up == 0 }
      - { alert: Second, expr: 'up{job="shop"} == 0' }`,
  },
]);
const plan = planOf(groups, new Map(), understood(groups), new Map());
const best: Way = { expr: 'typed', proof: 'derived' };
const begun = new Map(plan.groups.flatMap(({ alerts }) => alerts.map((each) => [each, best] as const)));

/** Tries again and again, each time with what is given for it, and nothing wrong afterwards. */
const tried = async (...trials: readonly (readonly [name: string, trial: (line: number) => Trial])[]) => {
  let text = '';
  let next = 0;
  const done = await settled(
    plan,
    { ways: begun, failed: new Map() },
    {},
    'js',
    (files, name) => {
      text = files[name] ?? '';
      return name;
    },
    () => {
      const [name, trial] = trials[next] ?? [];
      next += 1;
      const line = text.split('\n').findIndex((each) => each.includes(`'${name}'`)) + 1;
      return Promise.resolve(trial?.(line) ?? { types: [] });
    },
  );
  const wayOf = (name: string): Way | undefined =>
    [...done.ways].find(([{ alert }]: readonly [Incoming, unknown]) => alert.name === name)?.[1];
  return { first: wayOf('First'), second: wayOf('Second'), failed: [...done.failed.values()] };
};

const refused = (line: number): Trial => ({
  types: [{ place: `attempts.ts:${line}:3`, text: 'no such label' }],
});

describe('an alert that cannot be made', () => {
  test('in typed words is written as text, and the others stay as they are', async () => {
    expect(await tried(['Second', refused])).toMatchObject({
      first: { expr: 'typed' },
      second: { expr: 'as written' },
      failed: [],
    });
  });

  test('as text either is left out, with the reason', async () => {
    expect(await tried(['Second', refused], ['Second', refused])).toMatchObject({
      first: { expr: 'typed' },
      second: undefined,
      failed: ['no such label'],
    });
  });

  test('is found by the name of its function where it throws', async () => {
    const thrown: Trial = {
      types: [],
      outcome: {
        thrown: { attempt1: 'refused' },
        faults: [],
        hints: [],
        files: {},
        routes: {},
        disproven: [],
      },
    };
    expect(await tried(['First', () => thrown])).toMatchObject({
      first: { expr: 'as written' },
      second: { expr: 'typed' },
    });
  });
});

test('what is wrong elsewhere than with an alert is no reason to write one otherwise', async () => {
  const elsewhere: Trial = { types: [{ place: 'metrics.ts:1:1', text: 'no such word' }] };
  await expect(tried(['First', () => elsewhere])).rejects.toThrow('metrics.ts:1:1: no such word');
});

test('each function of an attempt has one alert, at all of its lines', () => {
  const written = groupsWritten(plan, begun).flatMap((group) => group.written);
  const { text, at } = attemptsOf(written, 'js');
  const names = text.split('\n').map((_, i) => at(i + 1)?.incoming.alert.name);
  const found = text.split('\n').flatMap((line, i) => {
    const [, name] = /imported\('(\w+)'/.exec(line) ?? [];
    return name === undefined ? [] : [[name, names[i]]];
  });
  expect(found).toEqual([
    ['First', 'First'],
    ['Second', 'Second'],
  ]);
});
