import { expect, test } from '@jest/globals';
import { fc } from '../seeded.js';
import { type BinaryOperator, type Expr, isComparison, negated, number } from '#promql/expr/ast.js';
import { print } from '#promql/expr/print.js';
import { quoted } from '#promql/expr/string-text.js';
import { text, wellTyped } from './arbitrary.js';
import { checkRules, testRules } from './promtool.js';

test('Real promtool accepts every expression that is printed', async () => {
  const printed = fc.sample(wellTyped.vector, 400).map(print);
  const said = await checkRules(printed.map((expr, i) => ({ record: `printed:${i}`, expr })));
  expect(said).toBe('');
});

test('Real promtool refuses an expression that is broken', async () => {
  expect(await checkRules([{ record: 'broken', expr: 'sum by (job (up)' }])).toMatch(/parse error/);
});

test('Real promtool reads a string as the text that was written', async () => {
  const texts = [...new Set(fc.sample(text, 200))].filter((each) => each !== '');
  // label_replace takes `$` for a group of its pattern.
  const rules = texts.map((each, i) => ({
    alert: `Text${i}`,
    expr: `label_replace(vector(1), "text", ${quoted(each.replaceAll('$', '$$$$'))}, "x", "")`,
  }));
  const said = await testRules(rules, [
    {
      interval: '1m',
      alert_rule_test: texts.map((each, i) => ({
        eval_time: '0m',
        alertname: `Text${i}`,
        exp_alerts: [{ exp_labels: { text: each } }],
      })),
    },
  ]);
  expect(said).toBe('');
});

/** What a tree of plain numbers comes to, computed here. */
const valueOf = (expr: Expr): number => {
  if (expr.type === 'number') return expr.value;
  if (expr.type === 'negation') return -valueOf(expr.expr);
  if (expr.type !== 'binary') throw new Error(`${expr.type} is no plain arithmetic`);
  const [a, b] = [valueOf(expr.left), valueOf(expr.right)];
  const results: Readonly<Partial<Record<BinaryOperator, number | boolean>>> = {
    '+': a + b,
    '-': a - b,
    '*': a * b,
    '/': a / b,
    '%': a % b,
    '^': a ** b,
    '>': a > b,
    '==': a === b,
    '<=': a <= b,
  };
  return Number(results[expr.operator]);
};

const plain = fc.letrec<{ expr: Expr }>((tie) => ({
  expr: fc.oneof(
    { maxDepth: 6 },
    fc.integer({ min: -3, max: 9 }).map(number),
    tie('expr').map(negated),
    fc
      .record({
        operator: fc.constantFrom('+', '-', '*', '/', '%', '^', '>', '==', '<='),
        left: tie('expr'),
        right: tie('expr'),
      })
      .map(({ operator, left, right }): Expr => {
        const bool = isComparison(operator) ? ({ bool: true } as const) : {};
        return { type: 'binary', operator, left, right, ...bool };
      }),
  ),
})).expr;

test('Real promtool computes what the tree says', async () => {
  const exprs = fc.sample(plain, 1_000).filter((expr) => Math.abs(valueOf(expr)) < 1e9);
  expect(exprs.length).toBeGreaterThan(300);
  const said = await testRules(
    [{ record: 'none', expr: '1' }],
    [
      {
        interval: '1m',
        promql_expr_test: exprs.map((expr) => ({
          expr: `abs(vector(${print(expr)}) - ${valueOf(expr)}) < bool 1e-6`,
          eval_time: '0m',
          exp_samples: [{ value: 1 }],
        })),
      },
    ],
  );
  expect(said).toBe('');
});
