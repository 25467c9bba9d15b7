import type { AlertRule } from '../../alerts/rule/alert.js';
import { type Expr, selectors } from '../../promql/expr/ast.js';
import { humanize } from '../../promql/unit/humanize.js';
import type { Panel } from '../panel/panel.js';

/** The labels by which a panel follows the reader's choice, where an alert names its values. */
const chosenLabels = (expr: Expr): readonly string[] =>
  selectors(expr).flatMap(({ matchers }) =>
    matchers.filter(({ value }) => value.startsWith('$')).map(({ label }) => label),
  );

/**
 * What an expression measures, as text to compare: wherever it is measured, and however far back a rate looks, for
 * that is per second in any window.
 */
const measured = (expr: Expr, anywhere: readonly string[]): string =>
  JSON.stringify(expr, (_, part: Expr) => {
    if (part?.type === 'selector') {
      const { metric, matchers } = part;
      return {
        ...part,
        metric: metric.name,
        matchers: matchers.filter(({ label }) => !anywhere.includes(label)),
      };
    }
    if (part?.type === 'call' && (part.function === 'rate' || part.function === 'irate')) {
      return { ...part, args: part.args.map((arg) => (arg.type === 'range' ? arg.selector : arg)) };
    }
    return part;
  });

const draws = ({ drawing }: Panel, { condition }: AlertRule): boolean =>
  drawing.lines.some(
    ({ operator, limit }) => operator === condition.operator && limit.value === condition.limit.value,
  );

const drawsLimits: readonly Panel['kind'][] = ['timeseries', 'stat', 'gauge', 'bargauge'];

/**
 * Panels that show what an alert watches, and not the limit at which it fires. A limit that holds at some hours only
 * may be left out, for at other hours a colour would cry wolf.
 */
export const thresholdFaults = (panels: readonly Panel[], alerts: readonly AlertRule[]): readonly string[] =>
  panels
    .filter(({ kind }) => drawsLimits.includes(kind))
    .flatMap((panel) =>
      alerts
        .filter(({ condition }) =>
          panel.queries.some(({ expr }) => {
            const anywhere = chosenLabels(expr);
            return measured(expr, anywhere) === measured(condition.signal, anywhere);
          }),
        )
        .filter((alert) => !draws(panel, alert) && !(alert.during && panel.drawing.lines.length === 0))
        .map(
          ({ name, condition }) =>
            `panel '${panel.title}': shows what ${name} watches, without the limit at which it fires (${condition.operator} ${humanize(condition.limit)}); give the panel the alert in its limits`,
        ),
    );
