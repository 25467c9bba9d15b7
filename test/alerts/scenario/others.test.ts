import { describe, expect, test } from '@jest/globals';
import { grows } from '#alerts/scenario/behaviour.js';
import { othersOf } from '#alerts/scenario/others.js';
import { lookalikes } from '#alerts/scenario/lookalikes.js';
import { scrapedSelectors } from '#promql/expr/recorded.js';
import { counter } from '#promql/metric/declare.js';
import { not } from '#promql/metric/match.js';
import { sum } from '#promql/vector/aggregate.js';
import { divide } from '#promql/vector/arithmetic.js';
import { rate } from '#promql/vector/select.js';

const served = counter('stall_served_total', {
  help: 'Guests served',
  labels: ['dish', 'cook', 'status'],
  values: { status: ['eaten', 'left'] },
});
type Served = typeof served;
const selectorsOf = (...metrics: readonly Served[]) =>
  metrics.flatMap((metric) => scrapedSelectors(sum(rate(metric, '5m')).expr));

describe('others of one name are', () => {
  test('one for each further value that a matcher names', () => {
    const selectors = selectorsOf(served.where({ dish: ['soup', 'rice', 'stew'] }));
    expect(othersOf({ dish: 'soup' }, selectors)).toEqual([{ dish: 'rice' }, { dish: 'stew' }]);
  });
  test('one of another value where nothing fixes it', () => {
    expect(othersOf({ dish: 'soup' }, selectorsOf(served))).toEqual([{ dish: 'other-dish' }]);
  });
  test('one of another value where only some are left out', () => {
    const selectors = selectorsOf(served.where({ dish: not('water') }));
    expect(othersOf({ dish: 'soup' }, selectors)).toEqual([{ dish: 'other-dish' }]);
  });
  test('other in their open labels too where values are named', () => {
    const selectors = selectorsOf(served.where({ dish: ['soup', 'rice'] }));
    expect(othersOf({ dish: 'soup', cook: 'kim' }, selectors)).toEqual([
      { dish: 'rice', cook: 'other-cook' },
    ]);
  });
  test('none where all labels are fixed', () => {
    expect(othersOf({ dish: 'soup' }, selectorsOf(served.where({ dish: 'soup' })))).toEqual([]);
  });
  test('none where there is but one', () => {
    expect(othersOf({}, selectorsOf(served))).toEqual([]);
  });
});

describe('lookalikes are', () => {
  const own = (metric: Served, labels: Readonly<Record<string, string>> = {}) =>
    grows(metric, { cook: 'kim', ...labels }, 1);
  const dishesOf = (metric: Served, ...read: readonly Served[]) =>
    lookalikes([own(metric)], selectorsOf(...(read.length > 0 ? read : [metric]))).map(
      ({ labels }) => labels,
    );

  test('one for each matcher, otherwise alike', () => {
    const soup = served.where({ namespace: 'stall', dish: 'soup' });
    expect(dishesOf(soup)).toEqual([
      { namespace: 'stall', dish: 'somebody-else', cook: 'kim' },
      { namespace: 'somebody-else', dish: 'soup', cook: 'kim' },
    ]);
  });
  test('of each path that is left out', () => {
    const counted = served.where({ dish: not(['water', 'tea']) });
    expect(dishesOf(counted).map(({ dish }) => dish)).toEqual(['water', 'tea']);
  });
  test('of a value that is known to be possible', () => {
    expect(dishesOf(served.where({ status: 'eaten' }))).toEqual([{ status: 'left', cook: 'kim' }]);
  });
  test('none that another part of the expression reads', () => {
    const eaten = served.where({ status: 'eaten' });
    expect(dishesOf(eaten, eaten, served)).toEqual([]);
  });
  test('none where nothing is asked for', () => {
    expect(dishesOf(served)).toEqual([]);
  });
  test('so many that one sees them who counts them', () => {
    const soup = served.where({ dish: 'soup' });
    const [lookalike] = lookalikes([own(soup)], selectorsOf(soup));
    expect(lookalike?.course).toMatchObject({ perSecond: 100 });
  });
  test('told once where two of one’s own series have the same', () => {
    const soup = served.where({ namespace: 'stall' });
    const { expr } = divide(sum(rate(soup, '5m')), sum(rate(soup, '5m')));
    expect(lookalikes([own(soup)], scrapedSelectors(expr))).toHaveLength(1);
  });
});
