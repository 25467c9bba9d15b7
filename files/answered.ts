import { type Application, scrapesOf } from '../application/application.js';
import { metricsOf } from '../application/scrape.js';
import { type Panel } from '../dashboards/panel/panel.js';
import { type Row, panelsIn } from '../dashboards/row.js';
import { type Expr, selectors } from '../promql/expr/ast.js';
import { stored } from '../promql/metric/catalog.js';

/** An application as a host can hold it, and what of it is left out there, because nobody on the host exports what it reads. */
export interface Answered {
  readonly application: Application;
  readonly alerts: readonly string[];
  /** `Overview / Pod Status`. */
  readonly panels: readonly string[];
}

/**
 * An application without the rules and panels that read what only a platform exports, such as kube-state-metrics: an alert that
 * can never fire looks like one that is quiet because all is well. What it leaves out is told, to be written where people read it.
 */
export const answeredOnHost = (application: Application): Answered => {
  const known = new Set(stored(scrapesOf(application).flatMap(metricsOf)).keys());
  const isAnswered = (expr: Expr): boolean => selectors(expr).every(({ metric }) => known.has(metric.name));

  const groups = application.groups.map((group) => {
    // A rule may read what one before it records.
    const records = group.records.filter(({ record, expr }) => isAnswered(expr) && known.add(record));
    return { ...group, records, alerts: group.alerts.filter(({ expr }) => isAnswered(expr)) };
  });
  const isShown = ({ queries }: Panel): boolean => queries.every(({ expr }) => isAnswered(expr));
  const shownOf = (part: Panel | Row): readonly (Panel | Row)[] => {
    if (part.type === 'panel') return isShown(part) ? [part] : [];
    const panels = part.panels.filter(isShown);
    return panels.length > 0 ? [{ ...part, panels }] : [];
  };
  const dashboards = application.dashboards.map((dashboard) => ({
    ...dashboard,
    panels: dashboard.panels.flatMap(shownOf),
  }));

  const alerts = groups.flatMap((group) => group.alerts);
  return {
    application: {
      ...application,
      groups: groups.filter((group) => group.records.length + group.alerts.length > 0),
      dashboards: dashboards.filter(({ panels }) => panels.length > 0),
    },
    alerts: application.groups
      .flatMap((group) => group.alerts)
      .filter((alert) => !alerts.includes(alert))
      .map(({ name }) => name),
    panels: application.dashboards.flatMap(({ title, panels }) =>
      panelsIn(panels)
        .filter((panel) => !isShown(panel))
        .map((panel) => `${title} / ${panel.title}`),
    ),
  };
};
