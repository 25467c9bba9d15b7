import type { LogLabel, LogSignal, LogUnit } from '#logql/signal.js';
import { bareMetric } from '#promql/metric/metric.js';
import type { MetricInfo } from '#promql/expr/ast.js';
import { Vector } from '#promql/vector/vector.js';

/** What a query of Loki stands for where it is proven in PromQL. */
const name = 'logql_query';

/** The series themselves, as a proof gives them. */
export const replayedSeries: MetricInfo = { ...bareMetric(name), range: [0, Infinity] };

/** What Loki has counted at each evaluation, as if it had recorded it: read as it was then, and never read on. */
export const standIn = <L extends LogLabel, U extends LogUnit>({ by, unit }: LogSignal<L, U>): Vector<L, U> =>
  new Vector(
    {
      type: 'selector',
      matchers: [],
      metric: {
        ...replayedSeries,
        ...{ unit, labels: by, ownLabels: by, help: 'What Loki answers' },
        recorded: { type: 'selector', matchers: [], metric: replayedSeries },
      },
    },
    by,
    unit,
  );
