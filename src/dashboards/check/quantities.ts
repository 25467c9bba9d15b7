import type { AlertRule } from '#alerts/rule/rule.js';
import type { Fault } from '#ground/fault.js';
import { drawsLine, lineOf } from '#dashboards/limits.js';
import type { Panel } from '#dashboards/panel/panel.js';
import type { Query } from '#dashboards/query.js';
import { type Expr, selectors } from '#promql/expr/ast.js';
import { humanize } from '#promql/unit/humanize.js';

/** A series that a rule records over a window measures the same as over another: `slo:sli_error:ratio_rate1h`. */
const anyWindow = (name: string): string => name.replace(/\d+(ms|[smhdwy])$/, '');

/** What an expression measures, by the metrics that it reads: a histogram's three are one. */
const measures = (expr: Expr): ReadonlySet<string> =>
  new Set(selectors(expr).map(({ metric }) => anyWindow(metric.family ?? metric.name)));

const isShared = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  [...a].some((name) => b.has(name));

/** What stands in a panel for comparison has no limit of its own, nor has a constant. */
const isMeasured = ({ dashed, expr }: Query): boolean => !dashed && measures(expr).size > 0;

const signalOf = ({ condition: { signal } }: AlertRule): ReadonlySet<string> => measures(signal);

const isSameLine = (a: AlertRule, b: AlertRule): boolean => {
  const [one, other] = [lineOf(a), lineOf(b)];
  return (
    one !== undefined &&
    one.operator === other?.operator &&
    one.limit.value === other.limit.value &&
    one.limit.unit === other.limit.unit
  );
};

/**
 * Limits that are drawn over what they are no limit of: a line goes across all of a panel, and its reader takes it for a limit of
 * whatever crosses it. Where another alert on that has the same limit, it is one of both.
 */
export const quantityFaults = (panel: Panel): readonly Fault[] => {
  const { kind, queries, drawing } = panel;
  const drawn = drawing.alerts.filter((alert) => drawsLine(drawing, lineOf(alert)));
  const measured = queries.filter(isMeasured);
  if (kind !== 'timeseries' || drawn.length === 0 || measured.length < 2) return [];
  return drawn.flatMap((alert) => {
    const shown = measured.filter(({ expr }) => isShared(measures(expr), signalOf(alert)));
    const others = measured.filter(
      (each) =>
        !shown.includes(each) &&
        !drawn.some((other) => isSameLine(alert, other) && isShared(measures(each.expr), signalOf(other))),
    );
    const [other] = others;
    const line = lineOf(alert);
    return shown.length === 0 || other === undefined || line === undefined
      ? []
      : [
          {
            where: '',
            what: other.legend ?? '',
            code: 'limit-over-another' as const,
            why: `the limit of ${alert.name} (${line.operator} ${humanize(line.limit)}) is drawn over ${[...measures(other.expr)].join(', ')} too, of which it is none`,
            cure: 'give each quantity a panel of its own',
          },
        ];
  });
};
