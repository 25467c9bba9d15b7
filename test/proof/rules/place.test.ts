import { describe, expect, test } from '@jest/globals';
import { walk } from '#promql/expr/ast.js';
import { inline } from '#promql/expr/inline.js';
import { placeOfPart } from '#proof/rules/place.js';
import { parsed } from '#rules/expression.js';
import { readRules } from '#rules/read.js';

const text = `groups:
  - name: shop
    rules:
      - alert: Shop
        expr: |
          # of each job
          sum(rate(a_total{job='x'}[5m])) by (job) > 5
            and
          (b{job="x"} < 3)
`;

/** The line of a part of the alert's expression, which is told by its text. */
const lineOf = (part: string): number | undefined => {
  const [rule] = readRules([{ file: 'a.yml', text }]).groups.flatMap(({ rules }) => rules);
  const read = rule && parsed(rule.expr);
  if (rule?.kind !== 'alert' || read === undefined || !('expr' in read)) return undefined;
  const found = [...walk(read.expr)].find((each) => inline(each) === part);
  return found && placeOfPart(rule, found).line;
};

describe('the line of a part of an expression is found', () => {
  test.each([
    ['where the whole begins', 'sum by (job) (rate(a_total{job="x"}[5m])) > 5', 7],
    ['behind other quotes than ours', 'a_total{job="x"}', 7],
    ['on a line of its own', 'b{job="x"}', 9],
    ['without the parentheses around it', 'b{job="x"} < 3', 9],
  ])('%s', (_, part, line) => {
    expect(lineOf(part)).toBe(line);
  });
});

test('without a part it is the first of the expression', () => {
  const [rule] = readRules([{ file: 'a.yml', text }]).groups.flatMap(({ rules }) => rules);
  expect(rule?.kind === 'alert' && placeOfPart(rule, undefined).line).toBe(rule?.exprPlace.line);
});
