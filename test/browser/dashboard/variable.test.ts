import { describe, expect, test } from '@jest/globals';
import type { Prometheus } from '#browser/dashboard/query/prometheus.js';
import { askedOf } from '#browser/dashboard/variable/asked.js';
import { readVariable } from '#browser/dashboard/variable/model.js';
import { optionsOf, writtenOptions } from '#browser/dashboard/variable/options.js';
import { askedVariables, variableParameters, withVariable } from '#browser/dashboard/variable/parameters.js';
import { knownOf, resolve } from '#browser/dashboard/variable/resolve.js';

const texts = (options: readonly { readonly text: string }[]): string[] => options.map(({ text }) => text);

describe('What a variable asks for', () => {
  test.each([
    ['label_values(namespace)', { kind: 'values', label: 'namespace' }],
    [
      'label_values(up{job=~"a,b"}, instance)',
      { kind: 'values', label: 'instance', selector: 'up{job=~"a,b"}' },
    ],
    ['label_names()', { kind: 'labels' }],
    ['query_result(topk(3, up))', { kind: 'result', expr: 'topk(3, up)' }],
    ['metrics(http_.*)', { kind: 'metrics', regex: /http_.*/ }],
    ['up{job="a"}', { kind: 'series', selector: 'up{job="a"}' }],
  ])('%s', (query, asked) => {
    expect(askedOf(query)).toEqual(asked);
  });

  test('is read as Grafana’s editor writes it', () => {
    expect(
      readVariable({ name: 'a', type: 'query', query: { qryType: 1, label: 'job', metric: 'up' } }).query,
    ).toBe('label_values(up, job)');
  });
});

describe('Options of a variable', () => {
  test('a regular expression keeps what it matches, by its group', () => {
    expect(texts(optionsOf(['web-1', 'db-2', 'web-3'], '/web-(.*)/', 0))).toEqual(['1', '3']);
  });

  test('its named groups are the text and the value', () => {
    expect(optionsOf(['web:10'], '/(?<text>\\w+):(?<value>\\d+)/', 0)).toEqual([
      { text: 'web', value: '10' },
    ]);
  });

  test.each([
    [1, ['B', 'a10', 'a9']],
    [2, ['a9', 'a10', 'B']],
    [3, ['B', 'a9', 'a10']],
    [5, ['a10', 'a9', 'B']],
    [7, ['a9', 'a10', 'B']],
  ])('order %i', (sort, ordered) => {
    expect(texts(optionsOf(['a10', 'B', 'a9'], '', sort))).toEqual(ordered);
  });

  test('custom ones are written with commas, and may have a text', () => {
    expect(writtenOptions('a, One : 1, b\\,c')).toEqual([
      { text: 'a', value: 'a' },
      { text: 'One', value: '1' },
      { text: 'b,c', value: 'b,c' },
    ]);
  });
});

const refusing = (): Promise<never> => Promise.reject(new Error('parse error'));
const prometheus: Prometheus = {
  range: refusing,
  instant: refusing,
  labelNames: refusing,
  series: refusing,
  labelValues: async (label, selector) => [`${label} of ${selector}`, 'z'],
};
const resolved = (models: readonly object[], asked: Readonly<Record<string, readonly string[]>> = {}) =>
  resolve(models.map(readVariable), { prometheus, from: 0, to: 3_600_000, asked, builtIn: {} });

const namespace = {
  name: 'namespace',
  type: 'query',
  query: 'label_values(up, namespace)',
  current: { value: '' },
};
const pod = {
  name: 'pod',
  type: 'query',
  query: 'label_values(up{n="$namespace"}, pod)',
  includeAll: true,
  multi: true,
};

describe('The value of a variable', () => {
  test('is the first option where nothing was chosen', async () => {
    expect((await resolved([namespace]))[0]?.chosen.values).toEqual(['namespace of up']);
  });

  test('is what the address says', async () => {
    expect((await resolved([namespace], { namespace: ['z'] }))[0]?.chosen.values).toEqual(['z']);
  });

  test('is made with those before it', async () => {
    expect((await resolved([namespace, pod], { namespace: ['z'] }))[1]?.options[0]?.value).toBe(
      'pod of up{n="z"}',
    );
  });

  test('is all where all may be chosen', async () => {
    expect((await resolved([pod]))[0]?.chosen.isAll).toBe(true);
  });

  test('is nothing, and says why, where its query fails', async () => {
    const [failed] = await resolved([{ name: 'a', type: 'query', query: 'query_result(up)' }]);
    expect(failed).toMatchObject({ fault: 'parse error', chosen: { values: [] } });
  });

  test('of an interval follows the range where it is automatic', async () => {
    const [interval] = await resolved([
      { name: 'i', type: 'interval', query: '1m,5m', auto: true, auto_count: 60 },
    ]);
    expect(interval?.chosen.values).toEqual(['1m']);
  });
});

describe('Variables in the address', () => {
  test('come back as they were put in', () => {
    const query = withVariable(new URLSearchParams('from=now-1h&var-a=0'), 'a', ['1', '2']);
    expect(askedVariables(query)).toEqual({ a: ['1', '2'] });
  });

  test('say all by one word', async () => {
    expect(variableParameters(knownOf(await resolved([pod])))).toBe('var-pod=%24__all');
  });
});
