import { selectors } from '#promql/expr/ast.js';
import type { Panel } from './panel/panel.js';
import type { Query } from './query.js';

/**
 * Whether a query of a panel has exemplars to ask for: those of the buckets of a histogram as it is scraped, drawn over time. What a rule records
 * of them has none.
 */
export const hasExemplars = (
  { kind, asking, asks }: Pick<Panel, 'kind' | 'asking' | 'asks'>,
  { expr, target }: Query,
): boolean =>
  asks === 'prometheus' &&
  (kind === 'timeseries' || kind === 'heatmap') &&
  !asking.instant &&
  target === undefined &&
  selectors(expr).some(
    ({ metric: { name, family, kind, recorded } }) =>
      recorded === undefined &&
      (kind === 'histogram' || (family !== undefined && name === `${family}_bucket`)),
  );
