import { type Binary, type BinaryOperator, type Expr, call, string } from '#promql/expr/ast.js';
import { inline } from '#promql/expr/inline.js';
import { duration } from '#ground/duration.js';
import type { UnitTest } from '#proof/promtool/test-file.js';
import { withClock } from './clock.js';
import type { Mutant } from './mutant.js';
import { begun } from './test-file.js';

/** promtool holds 10,000 samples of a query at the most; an expression and its mutant take several for each series. */
const samples = 1_500;

/**
 * A scenario with questions instead of expectations: at which evaluations is a mutant's expression another than it was? One
 * that is the same at each needs no trial as a rule, which costs twenty times as much. Each question is marked by `mark`.
 */
export const probe = (
  test: UnitTest,
  mutants: readonly Mutant[],
  interval: number,
  mark: (mutant: Mutant) => string,
  fast: number,
): UnitTest => {
  const last = endOf(test);
  const evaluations = last / interval + 1;
  const atOnce = Math.max(10, Math.floor(samples / Math.max(1, test.input_series.length)));
  const steps = Math.min(evaluations, atOnce);
  const ends = Array.from({ length: Math.ceil(evaluations / steps) }, (_, i) =>
    Math.min(last, ((i + 1) * steps - 1) * interval),
  );
  return {
    ...begun(test, fast),
    alert_rule_test: [],
    promql_expr_test: mutants.flatMap((mutant) => {
      if (!mutant.changed) return [];
      const { from, to } = mutant.changed;
      const expr = inline(
        marked(withClock(difference(from, to), fast), steps * interval, interval, mark(mutant)),
      );
      return ends.map((end) => ({ expr, eval_time: `${end}s`, exp_samples: [] }));
    }),
  };
};

/** The last moment that a test asks about, in seconds. */
export const endOf = ({ alert_rule_test, promql_expr_test }: UnitTest): number =>
  Math.max(0, ...[...alert_rule_test, ...promql_expr_test].map(({ eval_time }) => parseInt(eval_time, 10)));

const operation = (operator: BinaryOperator, left: Expr, right: Expr): Binary => ({
  type: 'binary',
  operator,
  left,
  right,
});

/** What only one of two expressions has, or both with other values. */
const difference = (from: Expr, to: Expr): Expr =>
  [operation('unless', to, from), operation('unless', from, to), operation('!=', to, from)].reduce(
    (either, each) => operation('or', either, each),
  );

const marked = (expr: Expr, window: number, step: number, mark: string): Expr =>
  call(
    'label_replace',
    call('count_over_time', {
      type: 'subquery',
      expr,
      window: duration(window),
      step: duration(step),
    }),
    string('mutant'),
    string(mark),
    string(''),
    string(''),
  );
