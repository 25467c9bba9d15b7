import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type DataFrame, getFieldDisplayName } from '@grafana/data';
import { readPanel } from '#browser/dashboard/model/panel.js';
import { type Answered, framesOf } from '#browser/dashboard/query/frames.js';
import { answerOf, type Series } from '#browser/dashboard/query/prometheus.js';
import { targetsOf, type Target } from '#browser/dashboard/query/target.js';
import { transformed, unknownTransformations } from '#browser/dashboard/query/transform.js';

const asking = { from: 0, to: 6 * 3_600_000, known: {}, scrapeInterval: 15, points: 700 };
const targets = (given: readonly object[], more: object = {}): readonly Target[] =>
  targetsOf(readPanel({ id: 1, type: 'timeseries', targets: given, ...more }, 'a'), asking);
const target = (given: object): Target => {
  const [first] = targets([{ expr: 'up', refId: 'A', ...given }]);
  if (!first) throw new Error('the target is hidden');
  return first;
};
const series = (labels: Series['labels'], values: readonly number[]): Series => ({
  labels,
  values,
  times: values.map((_, at) => at * 1000),
});
const answered = (given: object, ...found: readonly Series[]): Answered => ({
  target: target(given),
  isInstant: false,
  series: found,
});
const columns = (frame: DataFrame | undefined) =>
  Object.fromEntries((frame?.fields ?? []).map(({ name, values }) => [name, [...values]]));

describe('A target', () => {
  test('asks by the window of rates of the data source', () => {
    expect(target({ expr: 'rate(a[$__rate_interval])' }).expr).toBe('rate(a[1m])');
  });

  test('asks by the shortest step of its panel', () => {
    expect(targets([{ expr: 'up[$__interval]' }], { interval: '2m' })[0]?.expr).toBe('up[2m]');
  });

  test('has its own range where the panel has one', () => {
    expect(targets([{ expr: 'up[$__range]' }], { timeFrom: '1h', timeShift: '1h' })[0]).toMatchObject({
      from: 4 * 3_600_000,
      to: 5 * 3_600_000,
      expr: 'up[3600s]',
    });
  });

  test('that is hidden is not asked', () => {
    expect(targets([{ expr: 'up', hide: true }])).toEqual([]);
  });

  test.each([
    [{}, [false, true]],
    [{ instant: true }, [true, false]],
    [{ instant: true, range: true }, [true, true]],
  ])('%j', (given, kinds) => {
    expect([target(given).isInstant, target(given).isRange]).toEqual(kinds);
  });
});

describe('Frames of series', () => {
  test('are called by their legend', () => {
    const [frame] = framesOf([answered({ legendFormat: '{{job}}' }, series({ job: 'api' }, [1]))]);
    expect(frame?.fields[1] && getFieldDisplayName(frame.fields[1], frame)).toBe('api');
  });

  test('are called by their only label where the legend is automatic', () => {
    const frames = framesOf([
      answered({ legendFormat: '__auto' }, series({ code: '200' }, [1]), series({ code: '500' }, [1])),
    ]);
    expect(
      frames.map((frame) => frame.fields[1] && getFieldDisplayName(frame.fields[1], frame, [...frames])),
    ).toEqual(['200', '500']);
  });

  test('say how far apart their samples are, so that gaps are seen', () => {
    expect(framesOf([answered({}, series({}, [1]))])[0]?.fields[0]?.config.interval).toBe(30_000);
  });
});

test('A histogram over time has a column for each bucket, less the ones below', () => {
  const le = (bound: string, values: readonly number[]) => series({ le: bound }, values);
  const [frame] = framesOf([
    answered(
      { format: 'heatmap', legendFormat: '{{le}}' },
      le('+Inf', [9, 9]),
      le('0.5', [1, 2]),
      le('1', [4, 8]),
    ),
  ]);
  expect(columns(frame)).toEqual({ Time: [0, 1000], 0.5: [1, 2], 1: [3, 6], '+Inf': [5, 1] });
});

describe('A table', () => {
  // Transformations look at the window for Grafana's own scenes.
  beforeAll(() => void Reflect.set(globalThis, 'window', {}));
  afterAll(() => void Reflect.deleteProperty(globalThis, 'window'));

  const rows = [series({ b: '1', a: '2' }, [7]), series({ a: '3' }, [8])];

  test('has a column for each label', () => {
    const [frame] = framesOf([answered({ format: 'table' }, ...rows)]);
    expect(columns(frame)).toEqual({ Time: [0, 0], a: ['2', '3'], b: ['1', ''], Value: [7, 8] });
  });

  test('of several queries has a value of each, which are merged by their labels', async () => {
    const frames = framesOf([
      answered({ format: 'table', refId: 'A' }, series({ a: 'x' }, [1])),
      answered({ format: 'table', refId: 'B' }, series({ a: 'x' }, [2])),
    ]);
    const organized = {
      excludeByName: { Time: true },
      renameByName: { 'Value #B': 'Second' },
      indexByName: {},
    };
    const [merged] = await transformed(
      [
        { id: 'merge', options: {} },
        { id: 'organize', options: organized },
      ],
      frames,
      (text) => text,
    );
    expect(merged?.fields.map(({ name, config, values }) => [config.displayName ?? name, ...values])).toEqual(
      [
        ['a', 'x'],
        ['Value #A', 1],
        ['Second', 2],
      ],
    );
  });
});

test('A transformation that only Grafana has is known to be none', () => {
  expect(
    unknownTransformations([
      { id: 'organize', options: {} },
      { id: 'heatmapFromSpace', options: {} },
    ]),
  ).toEqual(['heatmapFromSpace']);
});

test('What JSON has no numbers for is read from text', () => {
  const result = [{ metric: {}, values: [[1, '+Inf'], [2, '-Inf'], [3, 'NaN'], [4, '5']] }]; // prettier-ignore
  expect(answerOf({ data: { resultType: 'matrix', result } }).series[0]?.values).toEqual([
    Infinity,
    -Infinity,
    NaN,
    5,
  ]);
});
