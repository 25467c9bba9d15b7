import { type Expr, children, walk } from '#promql/expr/ast.js';
import type { Behaviour } from './behaviour.js';
import { withNumbers } from './course.js';
import type { Scenario } from './scenario.js';
import type { Scene } from './scene.js';

const familyOf = ({ metric }: Behaviour): string => metric.family ?? metric.name;

/** Metrics that an expression divides by and reads nowhere else. */
const divisorsOf = (expr: Expr): ReadonlySet<string> => {
  const divisors = new Set<string>();
  const elsewhere = new Set<string>();
  const visit = (each: Expr, within: Set<string>): void => {
    if (each.type === 'selector') within.add(each.metric.name);
    else if (each.type === 'binary' && each.operator === '/') {
      visit(each.left, within);
      visit(each.right, divisors);
    } else children(each).forEach((child) => visit(child, within));
  };
  visit(expr, elsewhere);
  return new Set([...divisors].filter((name) => !elsewhere.has(name)));
};

/** Whether something else stands in where a part of the expression has no series. */
const hasFallback = (expr: Expr): boolean =>
  [...walk(expr)].some((each) => each.type === 'binary' && each.operator === 'or');

/** Where a part of what the alert reads is not exported, or all of it; and where what it divides by is 0. */
export const incomplete = <L extends string>(scene: Scene<L>): readonly Scenario[] => {
  const { alert, reading, extreme } = scene;
  if (reading.gone) return [];
  const series = scene.reads(extreme, [reading.labels]);
  const families = [...new Set(series.map(familyOf))];
  const divisors = divisorsOf(alert.condition.signal);
  const zero = families.filter(
    (family) =>
      divisors.has(family) &&
      series.some((each) => familyOf(each) === family && each.course.type === 'gauge'),
  );
  return [
    ...(families.length > 1 && !hasFallback(alert.expr)
      ? families.map((family) => ({
          when: `${scene.when(extreme)}, and ${family} is not exported`,
          series: series.filter((each) => familyOf(each) !== family),
        }))
      : []),
    ...zero.map((family) => ({
      when: `${family} is 0`,
      series: series.map((each) => (familyOf(each) === family ? withNumbers(each, () => 0) : each)),
    })),
    { when: 'nothing is exported', series: [] },
  ];
};
