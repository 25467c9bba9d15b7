import { describe, expect, test } from '@jest/globals';
import { PromqlError } from '../../promql/expr/parse.js';
import { percent, ratio } from '../../promql/unit/limit.js';
import { avg, max, sum } from '../../promql/vector/aggregate.js';
import { divide } from '../../promql/vector/arithmetic.js';
import { promql } from '../../promql/vector/joint.js';
import { rate, value } from '../../promql/vector/select.js';
import type { AnyVector } from '../../promql/vector/vector.js';
import { shop } from './shop.js';

const all = sum(rate(shop.requests, '5m'));
const failed = sum(rate(shop.requests.where({ status: /5../ }), '5m'));
const fill = avg(value(shop.fill), { by: ['shelf'] });
const open = max(value(shop.open));
const [ALL, FAILED] = [
  'sum(rate(shop_requests_total[5m]))',
  'sum(rate(shop_requests_total{status=~"5.."}[5m]))',
];
const FILL = 'avg by (shelf) (shop_shelf_fill_ratio)';

describe('PromQL between typed vectors', () => {
  test.each<[AnyVector, string, string]>([
    [promql`${all} - ${failed}`, `${ALL} - ${FAILED}`, 'perSecond'],
    [promql.ratio`${failed} / ${all}`, `${FAILED} / ${ALL}`, 'ratio'],
    [promql`${fill} > ${percent(5)}`, `${FILL} > 0.05`, 'ratio'],
    [promql`${fill} >= 0.5 < ${ratio(0.9)}`, `${FILL} >= 0.5 < 0.9`, 'ratio'],
    [promql`1 - ${fill}`, `1 - ${FILL}`, 'ratio'],
    [promql`2 * ${all}`, `2 * ${ALL}`, 'perSecond'],
    [promql`(${all} + ${failed}) / 2`, `(${ALL} + ${FAILED}) / 2`, 'perSecond'],
    [promql`${all} or ${failed}`, `${ALL} or ${FAILED}`, 'perSecond'],
    [promql`-${all}`, `-${ALL}`, 'perSecond'],
    [promql`${fill} ^ 2`, `${FILL} ^ 2`, 'ratio'],
    [promql`${all} * ${-2}`, `${ALL} * -2`, 'perSecond'],
    [promql`${fill} ^ ${2}`, `${FILL} ^ 2`, 'ratio'],
    [promql`${open} == bool 1`, 'max(shop_open) == bool 1', 'boolean'],
    [promql.ratio`1 - ${failed} / ${all}`, `1 - ${FAILED} / ${ALL}`, 'ratio'],
    [promql.ratio`1 / ${fill}`, `1 / ${FILL}`, 'ratio'],
    [promql.ratio`${failed} / (${all} > 0) > ${0.05}`, `${FAILED} / (${ALL} > 0) > 0.05`, 'ratio'],
  ])('%s', (vector, text, unit) => {
    expect([String(vector).replace(/\s+/g, ' '), vector.unit]).toEqual([text, unit]);
  });

  test('keeps together what is put in', () => {
    expect(String(promql`${promql`${all} + ${failed}`} * ${2}`).replace(/\s+/g, ' ')).toBe(
      `(${ALL} + ${FAILED}) * 2`,
    );
  });

  test('keeps the sign of a number apart from a power', () => {
    expect(String(promql`${fill} + ${-2} ^ 2`)).toBe(`${FILL} + (-2) ^ 2`);
  });

  test('keeps the labels of what is put in', () => {
    expect(promql`${fill} > 0.5`.labels).toEqual(['shelf']);
  });
});

describe('Refused, with the text as it was written', () => {
  test.each<[string, () => AnyVector, RegExp]>([
    [
      'a quotient of another unit',
      () => promql`${failed} / ${all}`,
      /^the result is in ratio, not in perSecond; write promql.ratio for a share, .*\n {2}in: \${…} \/ \${…}$/,
    ],
    [
      'a product that means nothing',
      () => promql`${failed} * ${all}`,
      /the result is of no unit, not in perSecond/,
    ],
    [
      'a number divided by something else than a ratio',
      () => promql`1 / ${all}`,
      /the result is in seconds, not in perSecond/,
    ],
    ['a power of what has a unit', () => promql`${all} ^ 2`, /the result is of no unit/],
    ['(pitfall 16) a ratio times 100', () => promql`${fill} * 100`, /a ratio \* 100 is no ratio any more/],
    ['(pitfall 16) 100 times a ratio', () => promql`100 * ${fill}`, /a ratio \* 100 is no ratio any more/],
    ['(pitfall 16) a quotient times 100', () => promql.ratio`100 * ${failed} / ${all}`, /a ratio \* 100/],
    [
      'a function',
      () => promql`${all} + abs(${failed})`,
      /'abs\(\${…}\)': only operators join what is put in; call the function before/,
    ],
    ['a range', () => promql`rate(${all}[5m])`, /'rate\(\${…}\[5m\]\)': only operators/],
    ['matchers', () => promql`${all}{pod="a"}`, /'\${…}{pod="a"}': only operators/],
    ['an offset', () => promql`${all} offset 5m`, /'\${…} offset 5m': only operators/],
    ['matching', () => promql`${all} / on (pod) ${failed}`, /'\${…} \/ on \(pod\) \${…}': only operators/],
    ['a metric by its name', () => promql`${all} + up`, /^character 8, 'up': no such metric is declared/],
    [
      'what is no PromQL, where it is',
      () => promql`${all} + * ${failed}`,
      /^character 8, '\* \${…}': syntax error\n {2}in: \${…} \+ \* \${…}$/,
    ],
  ])('%s', (_, make, why) => {
    expect(make).toThrow(PromqlError);
    expect(make).toThrow(why);
  });
});

describe('Units that mean nothing together, where types are put aside', () => {
  test('are refused at run time too', () => {
    const divideAny: (left: AnyVector, right: AnyVector) => unknown = (left, right) =>
      Reflect.apply(divide, undefined, [left, right]);
    expect(() => divideAny(max(value(shop.drift)), max(value(shop.backup)))).toThrow(
      'seconds / timestamp means nothing: bring both sides to units that go together',
    );
  });
});
