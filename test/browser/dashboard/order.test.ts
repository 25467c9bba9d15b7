import { describe, expect, test } from '@jest/globals';
import { inOrder } from '#browser/dashboard/query/order.js';

/** The pods of series of these values, in the order in which they stand. */
const pods = (expr: string, ...given: readonly (readonly [pod: string, value: number])[]) =>
  inOrder(
    expr,
    given.map(([pod, value]) => ({ labels: { pod }, times: [0], values: [value] })),
  ).map(({ labels }) => labels['pod']);

describe('Series at one moment', () => {
  test.each(['up', 'max by (pod) (max_over_time((up > 0)[3d:1m]))', 'sorted', 'sum(topk(2, up))'])(
    'stand in the order of their labels: %s',
    (expr) => {
      expect(pods(expr, ['b', 1], ['a', 2], ['c', 0])).toEqual(['a', 'b', 'c']);
    },
  );

  test.each(['sort_desc(up)', '(topk by (job) (2, up))', 'sort(up)', 'bottomk(2, up)'])(
    'stand as the query has them in order by value, equal ones in the order of their labels: %s',
    (expr) => {
      expect(pods(expr, ['d', 2], ['c', 1], ['b', 1], ['e', 0])).toEqual(['d', 'b', 'c', 'e']);
    },
  );

  test('stand as the query has them in order by labels', () => {
    expect(pods('sort_by_label_desc(up, "pod")', ['b', 1], ['a', 1])).toEqual(['b', 'a']);
  });
});
