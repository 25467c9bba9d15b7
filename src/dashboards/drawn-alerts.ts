import { type LogRule, isLogRule } from '#alerts/log/log-alert.js';
import { type AlertRule, type OwnRule, isOwn } from '#alerts/rule/rule.js';
import { drawsLine, lineOf } from './limits.js';
import type { Expr } from '#promql/expr/ast.js';
import { measuring, unconditional } from './measured.js';
import type { Panel } from './panel/panel.js';
import { isLine } from './threshold.js';

/** Whether a panel draws where an alert fires, or names it where that is a point and no line. */
export const drawsLimit = ({ drawing }: Pick<Panel, 'drawing'>, alert: OwnRule): boolean => {
  const { operator, limit } = lineOf(alert);
  if (!isLine({ operator, limit })) return drawing.alerts.some(({ name }) => name === alert.name);
  return drawsLine(drawing, { operator, limit });
};

/** Whether what a panel shows is seen over time, with limits: a crossing is seen after it has ended, too. */
const isOverTime = ({ kind, asking, drawsLimits }: Panel): boolean =>
  (kind === 'timeseries' || kind === 'own') && drawsLimits && !asking.instant;

/** Whether a panel draws what an alert counts of logs. */
const counts =
  (panel: Panel) =>
  (alert: LogRule): boolean =>
    panel.logql?.includes(alert.shown) === true && drawsLimit(panel, alert);

/**
 * In which forms the signal of an alert is seen: as it is, without what says when it counts, and by the series of which it is the least or
 * the greatest, for one of these is what crosses.
 */
export const formsOf = ({ condition: { signal } }: OwnRule): readonly Expr[] => {
  const plain = unconditional(signal);
  const isOneOf = plain.type === 'aggregation' && (plain.operator === 'min' || plain.operator === 'max');
  return [signal, plain, ...(isOneOf ? [plain.expr] : [])];
};

/**
 * Which alerts are drawn where: for each panel those whose very signal it shows over time, with the limit at which they fire. Of alerts
 * that were written elsewhere nothing is known here.
 */
export const drawnAlerts = (alerts: readonly AlertRule[]): ((panel: Panel) => readonly OwnRule[]) => {
  const own = alerts.filter(isOwn);
  const watched = measuring(
    own.filter((alert) => !isLogRule(alert)),
    formsOf,
  );
  const counting = own.filter(isLogRule);
  return (panel) =>
    isOverTime(panel)
      ? [
          ...[...new Set(panel.queries.flatMap(({ expr }) => watched(expr)))].filter((alert) =>
            drawsLimit(panel, alert),
          ),
          ...counting.filter(counts(panel)),
        ]
      : [];
};

/** The alerts that none of these panels draws; a Watchdog, which tells no person, none needs to. */
export const undrawn = (alerts: readonly AlertRule[], panels: readonly Panel[]): readonly OwnRule[] => {
  const drawn = new Set(panels.flatMap(drawnAlerts(alerts)));
  return alerts.filter(isOwn).filter((alert) => alert.severity !== 'none' && !drawn.has(alert));
};
