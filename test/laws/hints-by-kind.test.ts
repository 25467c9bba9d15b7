import { describe, expect, test } from '@jest/globals';
import type { Fault } from '#ground/fault.js';
import { hintsByKind } from '#laws/hints-by-kind.js';

const hint = (where: string, imported?: string, code: Fault['code'] = 'overwritten-label'): Fault => ({
  ...{ where, what: '', code, why: 'it is odd', cure: 'mend it', isHint: true },
  ...(imported !== undefined && { imported }),
});
const told = (hints: readonly Fault[]) => hintsByKind(hints).map(({ where, why }) => `${where}: ${why}`);

describe('hints of alerts that were written elsewhere', () => {
  test('are told once of a kind, with how many alerts they are and the first names', () => {
    expect(told(['A', 'B', 'C', 'D', 'E'].map((name) => hint(`shop/rules/${name}.labels`, name)))).toEqual([
      'shop/rules: 5 imported alerts, A, B, C, 2 more: of the first, it is odd',
    ]);
  });

  test.each([
    ['kind', hint('shop/rules/B', 'B', 'needs-newer-prometheus')],
    ['application', hint('mall/rules/B', 'B')],
  ])('of another %s are told beside', (_, other) => {
    expect(told([hint('shop/rules/A', 'A'), other])).toHaveLength(2);
  });

  test('of one alert are told as they are', () => {
    const hints = [hint('shop/rules/A.labels', 'A'), hint('shop/rules/A.when', 'A')];
    expect(hintsByKind(hints)).toEqual(hints);
  });
});

test("hints of one's own alerts are told each", () => {
  expect(told([hint('shop/rules/A'), hint('shop/rules/B')])).toHaveLength(2);
});
