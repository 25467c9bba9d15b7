import type { Panel } from '#dashboards/panel/panel.js';
import { print } from '#promql/expr/print.js';
import { testRules } from '../promql/promtool.js';

type Series = Readonly<Record<string, string>>;
type Samples = Readonly<Record<string, number>>;

/**
 * What promtool says against the values that an expression has, by their labels, ten minutes after the series began; nothing
 * where they are so.
 */
export const toldBy = (expr: string, series: Series, samples: Samples): Promise<string> =>
  testRules(
    [{ record: 'told', expr }],
    [
      {
        interval: '1m',
        input_series: Object.entries(series).map(([name, values]) => ({ series: name, values })),
        promql_expr_test: [
          {
            expr: `round(${expr}, 0.01)`,
            eval_time: '10m',
            exp_samples: Object.entries(samples).map(([labels, value]) => ({ labels, value })),
          },
        ],
      },
    ],
  );

/** The same of the nth query of a panel. */
export const told = ({ queries }: Panel, nth: number, series: Series, samples: Samples): Promise<string> => {
  const query = queries[nth];
  if (!query) throw new Error(`the panel has no query ${nth}`);
  return toldBy(print(query.expr).replaceAll(/\$__(rate_interval|range)/g, '10m'), series, samples);
};
