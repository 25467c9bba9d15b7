import { expect, test } from '@jest/globals';
import { panelsIn } from '#dashboards/row.js';
import { estate } from '../estate.js';
import { print } from '#promql/expr/print.js';
import { checkRules } from '../promql/promtool.js';

const dashboards = estate.flatMap(({ name, dashboards }) =>
  dashboards.map((dashboard) => [`${name}: ${dashboard.title}`, dashboard] as const),
);

// A rule cannot look back over Grafana's windows; what it matches with may be any text.
const asRule = (promql: string): string => promql.replaceAll(/\$__\w+/g, '5m');

test.each(dashboards)('promtool accepts every query of %s', async (_, { panels }) => {
  const queries = panelsIn(panels).flatMap((panel) => panel.queries.map(({ expr }) => print(expr)));
  expect(await checkRules(queries.map((query, i) => ({ record: `query:${i}`, expr: asRule(query) })))).toBe(
    '',
  );
});
