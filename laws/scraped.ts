import { type Application, scrapesOf } from '../application/application.js';
import { type Expr, selectors } from '../promql/expr/ast.js';
import { print } from '../promql/expr/print.js';
import { stored } from '../promql/metric/catalog.js';
import { panelsIn } from '../dashboards/row.js';
import { nearest } from '../imports/nearest.js';
import type { Violation } from '../synth/violation.js';
import type { Law } from './law.js';

/** An expression of an application, and where it stands. */
interface Stated {
  readonly path: string;
  readonly where: string;
  readonly expr: Expr;
}

const stated = ({ name, groups, dashboards }: Application): readonly Stated[] => [
  ...groups.flatMap(({ records, alerts }) => [
    ...records.map(({ record, expr }) => ({ path: `${name}/rules`, where: record, expr })),
    ...alerts.map(({ name: alert, expr }) => ({ path: `${name}/rules`, where: alert, expr })),
  ]),
  ...dashboards.flatMap(({ title, panels }) =>
    panelsIn(panels).flatMap((panel) =>
      panel.queries.map(({ expr }) => ({ path: `${name}/dashboards`, where: `${title} / ${panel.title}`, expr })),
    ),
  ),
];

/** The names under which an application's Prometheus has series: scraped for it, for everybody, or recorded by it. */
const available = (application: Application): ReadonlySet<string> =>
  new Set([
    ...stored([...scrapesOf(application).flatMap(({ metrics }) => metrics), ...application.platform]).keys(),
    ...application.groups.flatMap(({ records }) => records.map(({ record }) => record)),
    'up',
  ]);

const unscraped = (application: Application): readonly Violation[] => {
  const names = available(application);
  return stated(application).flatMap(({ path, where, expr }) =>
    [...new Set(selectors(expr).map(({ metric }) => metric.name))]
      .filter((name) => !names.has(name))
      .map((name) => {
        const meant = nearest(name, [...names]);
        return {
          path,
          text: print(expr),
          message: `${where} reads ${name}, which nothing that ${application.name} scrapes exports`,
          cure: `add its catalogue to a scrape, an exporter or the platform of the application${meant === undefined ? '' : `, or read ${meant}`}`,
        };
      }),
  );
};

/** A metric that nobody scrapes has no series: its alert cannot fire, its panel stays empty. */
export const everyMetricIsScraped: Law = ({ applications }) => applications.flatMap(unscraped);
