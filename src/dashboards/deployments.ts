import type { Alert } from '#alerts/rule/alert.js';
import type { NonEmpty } from '#alerts/scenario/scenario.js';
import { type DeploymentMetrics, availableReplicas } from '#alerts/workload/deployment.js';
import type { Gauge } from '#promql/metric/metric.js';
import { max } from '#promql/vector/aggregate.js';
import { value } from '#promql/vector/select.js';
import { given } from './limits.js';
import { timeseries } from './panel/timeseries.js';
import { query } from './query.js';

/** The metrics of kube-state-metrics that tell how many pods Deployments have, and how many they want. */
export interface ReplicaMetrics extends DeploymentMetrics {
  readonly deploymentReplicas: Gauge<'deployment', 'count'>;
}

/** How many of the pods that Deployments want serve. */
export const deploymentPanels = (
  metrics: ReplicaMetrics,
  { deployments }: { readonly deployments: NonEmpty<string> },
  { podDown }: { readonly podDown?: Alert<'deployment', 'count'> },
) => {
  const wanted = max(value(metrics.deploymentReplicas.where({ deployment: deployments })), {
    by: ['deployment'],
  });
  return {
    available: timeseries('Available Pods', {
      description: {
        ko: '디플로이먼트마다 사용 가능한 파드 수이고, 점선은 원하는 수입니다. 점선 아래로 내려오면 배포가 진행 중이거나 파드가 준비되지 못하는 것입니다. 사라진 디플로이먼트는 0입니다.',
        en: 'How many pods of each Deployment are available; the dashed line is how many it wants. Under that line it is being deployed, or pods do not become ready. A Deployment that is gone has 0.',
      },
      queries: [
        query(availableReplicas(metrics, deployments), ({ deployment }) => deployment),
        query(wanted, ({ deployment }) => `${deployment} wanted`, { dashed: true, color: 'grey' }),
      ],
      limits: given(podDown),
    }),
  };
};
