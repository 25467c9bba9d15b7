import { replicaSetNames } from '#alerts/workload/pod-names.js';
import { type Mark, mark } from '#dashboards/mark.js';
import type { NonEmpty } from '#alerts/scenario/scenario.js';
import { oneStep } from '#promql/expr/when.js';
import type { Gauge } from '#promql/metric/metric.js';
import { max } from '#promql/vector/aggregate.js';
import { positive } from '#promql/vector/compare.js';
import { matched } from '#promql/vector/matched.js';
import { on } from '#promql/vector/matching.js';
import { anySeries } from '#promql/vector/presence.js';
import { value } from '#promql/vector/select.js';
import { andBeside, unless } from '#promql/vector/set.js';

/** The metric of kube-state-metrics that tells how many pods each revision of a Deployment wants. */
export interface RevisionMetrics {
  readonly replicaSetReplicas: Gauge<'namespace' | 'replicaset', 'count'>;
}

const everywhere = on();
const perReplicaSet = { by: ['namespace', 'replicaset'] } as const;

/**
 * ReplicaSets that have pods and had none a step before: a Deployment was changed or rolled back, or brought back from none. Where
 * kube-state-metrics was not there a step before, nothing is known.
 */
export const begun = ({ replicaSetReplicas }: RevisionMetrics) => {
  const before = replicaSetReplicas.offset(oneStep);
  const wanted = (metric: RevisionMetrics['replicaSetReplicas']) =>
    positive(max(value(metric), perReplicaSet));
  return andBeside(
    unless(wanted(replicaSetReplicas), wanted(before)),
    matched(anySeries(before), everywhere),
  );
};

/** Marks deployments: of all Deployments, or of those of these names. */
export const deployments = (metrics: RevisionMetrics, names?: NonEmpty<string>): Mark =>
  mark(
    { ko: '배포', en: 'Deployment' },
    {
      signal: begun(
        names
          ? { replicaSetReplicas: metrics.replicaSetReplicas.where({ replicaset: replicaSetNames(names) }) }
          : metrics,
      ),
      text: ({ replicaset }) => replicaset,
      color: 'blue',
    },
  );
