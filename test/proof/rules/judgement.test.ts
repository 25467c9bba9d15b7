import { describe, expect, test } from '@jest/globals';
import type { Proven } from '#derive/derivation.js';
import { askPromtool } from '#proof/promtool/run.js';
import { judgementOf } from '#proof/rules/judgement.js';
import { questionOf } from '#proof/rules/question.js';
import { subjectsOf } from '#proof/rules/subject.js';
import { programOf } from '#proof/tools/tool.js';
import { readRules } from '#rules/read.js';
import { understood } from '#rules/understood.js';

const { groups } = readRules([
  {
    file: 'a.json',
    text: JSON.stringify({
      groups: [
        {
          name: 'a',
          rules: [
            { alert: 'Down', expr: 'up == 0', for: '2m' },
            { alert: 'Any', expr: '{instance="a"} == 0', for: '2m' },
            { alert: 'Half', expr: 'up == 0', annotations: { summary: '{{ if }}' } },
          ],
        },
      ],
    }),
  },
]);
const [down, any, half] = subjectsOf(groups, understood(groups), {
  scrape: 30,
  evaluation: 30,
  isScrapeTold: true,
});

/** `up` is 0 from 5m on until 10m. */
const sound: Proven = {
  ...{ kind: 'derived', scrape: 30, interval: 30, isVacuous: false, firesAfter: 120 },
  ...{ begins: 300, notBefore: 420, firesBy: 570, ends: 600, settled: 600, until: 900 },
  fires: {
    series: [{ name: 'up', labels: { instance: 'a' }, values: '1x9 0x9 1x10' }],
    said: [],
    beside: [],
    expected: [],
  },
  quiet: { series: [{ name: 'up', labels: { instance: 'a' }, values: '1x30' }], said: [], beside: [] },
};

const playing = (values: string): Pick<Proven, 'fires'> => ({
  fires: { ...sound.fires, series: [{ name: 'up', labels: { instance: 'a' }, values }] },
});

const judged = async (derived: Proven, subject = down) => {
  if (subject === undefined) throw new Error('there is no alert');
  const [answer = []] = await askPromtool(await programOf('promtool'), [questionOf(subject, derived)]);
  return judgementOf(derived, answer);
};

describe('what was derived holds by promtool where the alert', () => {
  test('fires, is quiet before and after, and stays quiet at the border', async () => {
    expect(await judged(sound)).toMatchObject({ against: [], fired: { first: 420, last: 570 } });
  });

  test('is told with its labels', async () => {
    expect((await judged(sound)).told).toEqual([
      { labels: { alertname: 'Down', instance: 'a' }, annotations: {} },
    ]);
  });
});

describe('it does not hold where the alert', () => {
  test.each([
    ['does not fire', playing('1x30'), 'it does not fire 4m30s after the fault began'],
    ['fires too early', playing('1x7 0x11 1x10'), 'it fires 1m after the fault began'],
    ['still fires', playing('1x9 0x15 1x4'), 'it still fires 0s after all is well again'],
    [
      'fires at the border',
      { quiet: { ...sound.quiet, series: sound.fires.series } },
      'it fires at the border at which it is to stay quiet',
    ],
  ])('%s', async (_, otherwise, why) => {
    expect((await judged({ ...sound, ...otherwise })).against).toEqual([why]);
  });
});

test('what never clears may go on firing', async () => {
  const derived = { ...sound, ...playing('1x9 0x20'), neverClears: 'it is a counter' };
  expect((await judged(derived)).against).toEqual([]);
});

describe('promtool', () => {
  test('does not load a rule of half a template, and says so by its name alone', async () => {
    expect((await judged(sound, half)).refused).toMatch(/^"Half": annotation "summary": template: /);
  });

  test('loads a rule whose series it does not play', async () => {
    const [series] = sound.fires.series.map((each) => [each, { ...each, name: 'down' }]);
    const told = await judged({ ...sound, fires: { ...sound.fires, series: series ?? [] } }, any);
    expect([told.refused, told.stopped]).toEqual([undefined, expect.stringContaining('same labelset')]);
  });
});
