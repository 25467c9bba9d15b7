import type { Application } from '#application/application.js';
import type { Dashboard } from '#dashboards/dashboard.js';
import { isDerived } from '#dashboards/derived.js';
import { type Panel, askedBy } from '#dashboards/panel/panel.js';
import { panelsIn } from '#dashboards/row.js';
import type { Expr } from '#promql/expr/ast.js';

/** An expression of an application, and where it stands. */
export interface Stated {
  /** The construct that writes it. */
  readonly at: string;
  /** The rule, or the dashboard and its panel. */
  readonly reader: string;
  readonly expr: Expr;
}

/** Every expression of an application's rules. */
export const ruled = ({ name, groups }: Application): readonly Stated[] =>
  groups.flatMap(({ records, alerts }) => [
    ...records.map(({ record, expr }) => ({ at: `${name}/rules`, reader: record, expr })),
    ...alerts.map(({ name: alert, expr }) => ({ at: `${name}/rules`, reader: alert, expr })),
  ]);

const asksOwn = ({ datasources }: Application, dashboard: Dashboard, panel: Panel): boolean =>
  askedBy(panel, dashboard.datasources)?.uid === datasources.prometheus.uid;

/**
 * Every expression of an application: of its rules, and of its dashboards' panels, but for those that ask another data source than the
 * application's own, of which who scrapes for it is not known, and those that the library itself made of its rules and scrapes.
 */
export const stated = (application: Application): readonly Stated[] => [
  ...ruled(application),
  ...application.dashboards.flatMap((dashboard) =>
    panelsIn(dashboard.panels).flatMap((panel) =>
      !isDerived(panel) && asksOwn(application, dashboard, panel)
        ? panel.queries.map(({ expr }) => ({
            at: `${application.name}/dashboards/${dashboard.uid}`,
            reader: `${dashboard.title} / ${panel.title}`,
            expr,
          }))
        : [],
    ),
  ),
];
