import { type AlertRule, type OwnRule, isOwn } from '#alerts/rule/rule.js';
import type { Fault } from '#ground/fault.js';
import { byKey } from '#ground/by-key.js';
import { type Expr, selectors } from '#promql/expr/ast.js';
import { humanize } from '#promql/unit/humanize.js';
import { lineOf } from '#dashboards/limits.js';
import type { Panel } from '#dashboards/panel/panel.js';

/** The labels by which a panel follows the reader's choice, where an alert names its values. */
const chosenLabels = (expr: Expr): readonly string[] =>
  selectors(expr).flatMap(({ matchers }) =>
    matchers.filter(({ value }) => value.startsWith('$')).map(({ label }) => label),
  );

/** The same where there is something: without the 0 that stands in for nothing, and without what keeps 0 out. */
const withoutZeros = (expr: Expr): Expr => {
  if (expr?.type !== 'binary') return expr;
  const { operator, left, right } = expr;
  const isFilled =
    operator === 'or' && right.type === 'binary' && right.operator === '*' && isZero(right.right);
  return isFilled || (operator === '>' && isZero(right)) ? withoutZeros(left) : expr;
};
const isZero = (expr: Expr): boolean => expr.type === 'number' && expr.value === 0;

/**
 * What an expression measures, as text to compare: wherever it is measured, and however far back a rate looks, for
 * that is per second in any window.
 */
const measured = (expr: Expr, anywhere: readonly string[]): string =>
  JSON.stringify(expr, (_, given: Expr) => {
    const node = withoutZeros(given);
    if (node?.type === 'selector') {
      const { metric, matchers } = node;
      return {
        ...node,
        metric: metric.name,
        matchers: matchers.filter(({ label }) => !anywhere.includes(label)),
      };
    }
    if (node?.type === 'call' && (node.function === 'rate' || node.function === 'irate')) {
      return { ...node, args: node.args.map((arg) => (arg.type === 'range' ? arg.selector : arg)) };
    }
    return node;
  });

const draws = ({ drawing }: Panel, alert: OwnRule): boolean => {
  const line = lineOf(alert);
  return drawing.lines.some(
    ({ operator, limit }) => operator === line.operator && limit.value === line.limit.value,
  );
};

/**
 * The alerts that watch what an expression shows. What they measure is worked out once for each choice of the reader's,
 * not for each panel: a dashboard may have tens of both.
 */
const watching = (alerts: readonly OwnRule[]): ((expr: Expr) => readonly OwnRule[]) => {
  const byChoice = new Map<string, ReadonlyMap<string, readonly OwnRule[]>>();
  const byMeasure = (anywhere: readonly string[]): ReadonlyMap<string, readonly OwnRule[]> => {
    const key = anywhere.join();
    const known = byChoice.get(key) ?? byKey(alerts, ({ condition }) => measured(condition.signal, anywhere));
    byChoice.set(key, known);
    return known;
  };
  return (expr) => {
    const anywhere = [...new Set(chosenLabels(expr))].sort();
    return byMeasure(anywhere).get(measured(expr, anywhere)) ?? [];
  };
};

/**
 * Panels that show what an alert watches, and not the limit at which it fires. A limit that holds at some hours only
 * may be left out, for at other hours a colour would cry wolf.
 */
export const thresholdFaults = (panels: readonly Panel[], alerts: readonly AlertRule[]): readonly Fault[] => {
  // What was drawn elsewhere without the limit of an alert from there stays as it was.
  const watched = watching(alerts.filter(isOwn));
  return panels
    .filter(({ drawsLimits }) => drawsLimits)
    .flatMap((panel) =>
      [...new Set(panel.queries.flatMap(({ expr }) => watched(expr)))]
        .filter((alert) => !draws(panel, alert) && !(alert.during && panel.drawing.lines.length === 0))
        .map((alert) => {
          const { operator, limit } = lineOf(alert);
          return {
            where: `panel '${panel.title}'`,
            what: alert.name,
            code: 'limit-not-shown',
            why: `shows what ${alert.name} watches, without the limit at which it fires (${operator} ${humanize(limit)})`,
            cure: 'give the panel the alert in its limits',
          };
        }),
    );
};
