import { describe, expect, test } from '@jest/globals';
import { boundaryOf } from '#alerts/scenario/boundary.js';
import { justUnder } from '#alerts/scenario/quiet.js';
import { spoken } from '#ground/spoken.js';
import { leftOut } from '#alerts/scenario/excluded.js';
import { counter } from '#promql/metric/declare.js';
import { not } from '#promql/metric/match.js';
import { humanize } from '#promql/unit/humanize.js';
import { percent } from '#promql/unit/limit.js';

test.each([
  [percent(5), ['5.1%', '4.9%']],
  [percent(99.95), ['99.97%', '99.93%']],
  [percent(0.03), ['0.04%', '0.02%']],
])('a share at %j stays between 0 and 1', (limit, shares) => {
  const { over, under } = boundaryOf(limit, '>');
  expect([over, under].map((value) => humanize({ value, unit: 'ratio' }))).toEqual(shares);
});

test.each([
  ['1m', { ko: '1분', en: '1 minute' }],
  ['90s', { ko: '90초', en: '90 seconds' }],
  ['120s', { ko: '2분', en: '2 minutes' }],
] as const)('%s is spoken in both languages', (length, words) => {
  expect(spoken(length)).toEqual(words);
});

test('a fault just under a `for` is half a minute shorter', () => {
  expect(justUnder('2m')).toBe('90s');
});

describe('what a metric leaves out', () => {
  const requests = counter('requests_total', { help: 'Requests', labels: ['path', 'method'] });
  test.each([
    ['one value', requests.where({ path: not('/health') }), { path: '/health' }],
    ['the first of several', requests.where({ path: not(['/a.b', '/c']) }), { path: '/a.b' }],
    ['nothing that can be named, of a pattern', requests.where({ path: not(/\/health.*/) }), undefined],
    ['nothing, of a label that must be there', requests.where({ path: not('') }), undefined],
    ['nothing where it is narrowed to what it holds', requests.where({ method: 'GET' }), undefined],
  ])('is %s', (_, metric, labels) => {
    expect(leftOut(metric)).toEqual(labels);
  });
});
