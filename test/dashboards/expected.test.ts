import { describe, expect, test } from '@jest/globals';
import { timeseries } from '#dashboards/panel/timeseries.js';
import { count, percent, perSecond } from '#promql/unit/limit.js';
import { untyped } from '../untyped.js';
import { errorRatio, rendered, requestRate } from './fixture.js';

const errors = { description: 'Errors.', signal: errorRatio('5m') };
const band = rendered(
  timeseries('Requests', {
    description: 'Requests.',
    signal: requestRate('5m'),
    expected: { from: perSecond(10), to: perSecond(100) },
  }),
);
const most = rendered(timeseries('Errors', { ...errors, expected: { to: percent(1) } }));

const drawn = (refId: string, panel = band) =>
  Object.fromEntries(
    (panel.fieldConfig?.overrides ?? [])
      .filter(({ matcher }) => matcher.options === refId)
      .flatMap(({ properties }) => properties.map(({ id, value }) => [id, value])),
  );

describe('where values are expected', () => {
  test('is a line that the legend names, in the unit of the panel', () => {
    expect(most.targets).toMatchObject([
      { refId: 'A' },
      { refId: 'B', expr: 'vector(0.01)', legendFormat: 'expected < 1%' },
    ]);
  });

  test('is dashed and grey, as no line of an alert is', () => {
    expect(drawn('B', most)).toMatchObject({
      color: { mode: 'fixed', fixedColor: 'text' },
      'custom.lineStyle': { fill: 'dash' },
    });
  });

  test('tells nobody: it colours no value', () => {
    expect(most.fieldConfig?.defaults.thresholds?.steps).toEqual([{ value: null, color: 'transparent' }]);
  });

  test('is a band between two lines', () => {
    expect([
      band.targets?.map((target) => ('legendFormat' in target ? target.legendFormat : '')),
      drawn('C')['custom.fillBelowTo'],
      drawn('B')['custom.fillBelowTo'],
    ]).toEqual([['{{path}}', 'expected > 10/s', 'expected < 100/s'], 'expected > 10/s', undefined]);
  });

  test('leaves the axis at the right to what is of another unit', () => {
    const panel = rendered(
      timeseries('Errors', {
        ...errors,
        expected: { to: percent(1) },
        right: [{ expr: requestRate('5m').expr, unit: 'perSecond', dashed: false }],
      }),
    );
    expect([drawn('B', panel)['custom.axisPlacement'], drawn('C', panel)['custom.axisPlacement']]).toEqual([
      undefined,
      'right',
    ]);
  });

  test.each([
    [{ to: count(1) }, 'expected.to: the values are in ratio, not in count; write percent(5)'],
    [
      { from: percent(2), to: percent(1) },
      'expected: no value is from 2% up to 1%; let from be less than to',
    ],
    [{}, 'expected: it says neither from where nor up to where values are expected'],
    [{ to: 1 }, 'expected.to: 1 has no unit'],
  ])('is refused as %j', (expected, why) => {
    expect(untyped(timeseries, 'Errors', { ...errors, expected })).toThrow(why);
  });
});
