import type { Application } from '../application/application.js';
import { panelsIn } from '../dashboards/row.js';
import type { Expr } from '../promql/expr/ast.js';

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

/** Every expression of an application: of its rules, and of its dashboards' panels. */
export const stated = (application: Application): readonly Stated[] => [
  ...ruled(application),
  ...application.dashboards.flatMap(({ uid, title, panels }) =>
    panelsIn(panels).flatMap((panel) =>
      panel.queries.map(({ expr }) => ({
        at: `${application.name}/dashboards/${uid}`,
        reader: `${title} / ${panel.title}`,
        expr,
      })),
    ),
  ),
];
