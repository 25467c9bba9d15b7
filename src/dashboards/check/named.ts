import { type OwnRule, isOwn } from '#alerts/rule/rule.js';
import { drawsLimit, formsOf } from '#dashboards/drawn-alerts.js';
import { measuring } from '#dashboards/measured.js';
import type { Panel } from '#dashboards/panel/panel.js';
import type { Fault } from '#ground/fault.js';
import { walk } from '#promql/expr/ast.js';

/** Lines of logs, and what is written, are read beside an alert, and are no picture of it. */
const isRead = ({ kind }: Panel): boolean => kind === 'logs' || kind === 'text';

/** Whether a panel shows what an alert watches, as it is or as a part of what it shows. */
const shows = ({ queries }: Panel, alert: OwnRule): boolean => {
  const watched = measuring([alert], formsOf);
  return queries.some(({ expr }) => [...walk(expr)].some((part) => watched(part).length > 0));
};

/**
 * Panels that name an alert of whose signal they show nothing: its link would lead whoever is woken to a picture on which all is well. Of
 * alerts that were written elsewhere nothing is known here.
 */
export const namedFaults = (panels: readonly Panel[]): readonly Fault[] =>
  panels
    .filter((panel) => !isRead(panel) && panel.logql === undefined)
    .flatMap((panel) =>
      panel.drawing.alerts
        .filter(isOwn)
        .filter((alert) => !drawsLimit(panel, alert) && !shows(panel, alert))
        .map((alert) => ({
          where: `panel '${panel.title}'`,
          what: alert.name,
          code: 'alert-named-only',
          why: `names ${alert.name} and shows nothing of what it watches`,
          cure: `leave it out: a panel that draws its signal names it by limits: [${alert.name}]`,
        })),
    );
