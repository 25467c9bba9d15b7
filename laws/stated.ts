import type { Application } from '../application/application.js';
import { panelsIn } from '../dashboards/row.js';
import type { Expr } from '../promql/expr/ast.js';

/** An expression of an application, and where it stands. */
export interface Stated {
  /** The construct that writes it. */
  readonly path: string;
  /** The rule, or the dashboard and its panel. */
  readonly where: string;
  readonly expr: Expr;
}

/** Every expression of an application's rules. */
export const ruled = ({ name, groups }: Application): readonly Stated[] =>
  groups.flatMap(({ records, alerts }) => [
    ...records.map(({ record, expr }) => ({ path: `${name}/rules`, where: record, expr })),
    ...alerts.map(({ name: alert, expr }) => ({ path: `${name}/rules`, where: alert, expr })),
  ]);

/** Every expression of an application: of its rules, and of its dashboards' panels. */
export const stated = (application: Application): readonly Stated[] => [
  ...ruled(application),
  ...application.dashboards.flatMap(({ uid, title, panels }) =>
    panelsIn(panels).flatMap((panel) =>
      panel.queries.map(({ expr }) => ({
        path: `${application.name}/dashboards/${uid}`,
        where: `${title} / ${panel.title}`,
        expr,
      })),
    ),
  ),
];
