import { type AlertRule, isOwn } from '#alerts/rule/rule.js';
import type { Fault } from '#ground/fault.js';
import { humanize } from '#promql/unit/humanize.js';
import { drawsLimit } from '#dashboards/drawn-alerts.js';
import { lineOf } from '#dashboards/limits.js';
import { measuring } from '#dashboards/measured.js';
import type { Panel } from '#dashboards/panel/panel.js';

/**
 * Panels that show what an alert watches, and not the limit at which it fires. A limit that holds at some hours only
 * may be left out, for at other hours a colour would cry wolf.
 */
export const thresholdFaults = (panels: readonly Panel[], alerts: readonly AlertRule[]): readonly Fault[] => {
  // What was drawn elsewhere without the limit of an alert from there stays as it was.
  const watched = measuring(alerts.filter(isOwn), ({ condition }) => [condition.signal]);
  return panels
    .filter(({ drawsLimits }) => drawsLimits)
    .flatMap((panel) =>
      [...new Set(panel.queries.flatMap(({ expr }) => watched(expr)))]
        .filter((alert) => !drawsLimit(panel, alert) && !(alert.during && panel.drawing.lines.length === 0))
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
