import type { AnyMetric } from '../../promql/metric/metric.js';
import { fixedLabel } from './fixed-label.js';
import { withLabels } from '../text/grouped.js';
import type { Behaviour } from './behaviour.js';

/**
 * What a proof says of series that are not one's own: `theirs` makes a series one of another namespace. Of a metric that is narrowed
 * to no namespace nothing is to be said, for then there are no strangers.
 */
export const amongStrangers = <T>(
  metric: AnyMetric,
  said: (theirs: (series: Behaviour) => Behaviour) => T,
): readonly T[] =>
  fixedLabel(metric, 'namespace') === undefined ? [] : [said(withLabels({ namespace: 'somebody-else' }))];
