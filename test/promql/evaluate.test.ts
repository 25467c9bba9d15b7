import { describe, expect, test } from '@jest/globals';
import { evaluate } from '#promql/evaluate/evaluate.js';
import type { Result, World } from '#promql/evaluate/world.js';
import { parse } from '#promql/expr/parse.js';
import { bareMetric } from '#promql/metric/metric.js';

/** Two shops answer, the bakery does not, of a till nothing is there, and of all else nothing is known. */
const world: World = ({ metric: { name } }) => {
  if (name === 'gone') return [];
  if (name !== 'up') return 'unknown';
  return [
    { labels: { job: 'shop', pod: 'a' }, value: 1 },
    { labels: { job: 'shop', pod: 'b' }, value: 1 },
    { labels: { job: 'bakery', pod: 'c' }, value: 0 },
  ];
};

const read = (promql: string): Result => evaluate(parse(promql, bareMetric), world);
/** What is read as Prometheus shows it, without labels that are empty. */
const shown = (promql: string): string => {
  const result = read(promql);
  if (typeof result !== 'object') return String(result);
  return result
    .map(({ labels, value }) => {
      const told = Object.entries(labels).filter(([, text]) => text !== '');
      return `{${told.map(([label, text]) => `${label}=${text}`).join(' ')}} ${value}`;
    })
    .join(', ');
};

describe('where Prometheus decides, it is read as Prometheus reads it:', () => {
  test.each([
    ['3', '3'],
    ['vector(0)', '{} 0'],
    ['gone', ''],
    ['-up', '{job=shop pod=a} -1, {job=shop pod=b} -1, {job=bakery pod=c} 0'],
    ['up == 0', '{job=bakery pod=c} 0'],
    ['0 == up', '{job=bakery pod=c} 0'],
    ['1 > up', '{job=bakery pod=c} 0'],
    ['up != 0', '{job=shop pod=a} 1, {job=shop pod=b} 1'],
    ['up >= 1', '{job=shop pod=a} 1, {job=shop pod=b} 1'],
    ['up <= 0', '{job=bakery pod=c} 0'],
    ['up < 1', '{job=bakery pod=c} 0'],
    ['up * 2 > 1', '{job=shop pod=a} 2, {job=shop pod=b} 2'],
    ['1 - up > 0', '{job=bakery pod=c} 1'],
    ['(up + 3) / 4 == 1', '{job=shop pod=a} 1, {job=shop pod=b} 1'],
    ['min by (job) (up)', '{job=shop} 1, {job=bakery} 0'],
    ['max(up)', '{} 1'],
    ['sum(up)', '{} 2'],
    ['count by (job) (up)', '{job=shop} 2, {job=bakery} 1'],
    ['avg by (job) (up)', '{job=shop} 1, {job=bakery} 0'],
    ['group(up)', '{} 1'],
    ['sum(gone)', ''],
    ['avg_over_time(up[5m]) < 0.5', '{job=bakery pod=c} 0'],
    ['last_over_time(min(up)[2m:15s])', '{} 0'],
    ['present_over_time(up[5m]) == 1', '{job=shop pod=a} 1, {job=shop pod=b} 1, {job=bakery pod=c} 1'],
    ['rate(gone[5m])', ''],
    ['absent(gone{job="till"})', '{job=till} 1'],
    ['absent_over_time(gone[2m])', '{} 1'],
    ['absent(up)', ''],
    ['sum(gone) or vector(0)', '{} 0'],
    ['sum(up) or vector(0)', '{} 2'],
    ['label_replace(vector(0), "job", "till", "", "")', '{job=till} 0'],
    ['up and gone', ''],
    ['gone and unheard', ''],
    ['unheard and gone', ''],
    ['up and on () group(up == 0)', '{job=shop pod=a} 1, {job=shop pod=b} 1, {job=bakery pod=c} 0'],
    ['up and on (job) up == 0', '{job=bakery pod=c} 0'],
    ['up unless on (job) up == 0', '{job=shop pod=a} 1, {job=shop pod=b} 1'],
    ['up unless gone', '{job=shop pod=a} 1, {job=shop pod=b} 1, {job=bakery pod=c} 0'],
    ['min by (job) (up) or label_replace(vector(0), "job", "shop", "", "")', '{job=shop} 1, {job=bakery} 0'],
    [
      'min by (job) (up) or label_replace(vector(0), "job", "till", "", "")',
      '{job=shop} 1, {job=bakery} 0, {job=till} 0',
    ],
    ['gone + unheard', ''],
  ])('%s', (promql, wanted) => {
    expect(shown(promql)).toBe(wanted);
  });
});

describe('where it is not known what there is, nothing is claimed of', () => {
  test.each([
    'unheard',
    'unheard > 3',
    'absent(unheard)',
    'sum(unheard)',
    'unheard or vector(0)',
    'up and unheard',
    'up unless unheard',
    'rate(up[5m])',
    'up == bool 0',
    'up % 2',
    'topk(1, up)',
    'sum without (pod) (up)',
    'up == up',
    'label_replace(up, "job", "$1", "pod", "(.)")',
    'time()',
  ])('%s', (promql) => {
    expect(read(promql)).toBe('unknown');
  });
});
