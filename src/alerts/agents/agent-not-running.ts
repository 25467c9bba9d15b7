import type { Duration } from '#ground/duration.js';
import { percent } from '#promql/unit/limit.js';
import { kubectl } from '#alerts/place/kubectl.js';
import type { Kubernetes } from '#alerts/place/kubernetes.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { below } from '#alerts/rule/condition.js';
import { fixedLabel } from '#alerts/scenario/fixed-label.js';
import { type Course, holds } from '#alerts/scenario/behaviour.js';
import { deploymentsAreTold, inEveryCluster } from '#alerts/workload/deployment.js';
import type { NonEmpty } from '#alerts/scenario/scenario.js';
import { asAlerted, commands } from '#alerts/text/command.js';
import type { Subject } from '#alerts/text/subject.js';
import { type DaemonSetMetrics, runningShare } from './daemon-set.js';

export interface Agents {
  /** Names of the DaemonSets that are watched: `shop-fluent-bit`. */
  readonly daemonSets: NonEmpty<string>;
  /** How long a node may be without one: longer than an update takes, which goes from node to node. */
  readonly for?: Duration;
}

/** So many nodes has the cluster of a proof. */
const nodes = 100;

/**
 * An agent that does not run on each node: one whose pods are refused by Pod Security never comes, and nobody hears of it elsewhere,
 * since the DaemonSet itself was taken.
 */
export const agentNotRunning = (
  subject: Subject<Kubernetes>,
  { daemonSetDesired: desired, daemonSetReady: ready, deploymentAvailable }: DaemonSetMetrics,
  { daemonSets, for: pending = '15m' }: Agents,
): Alert<'daemonset', 'ratio'> => {
  const look = lookAt(ready, daemonSets);
  return alert('AgentNotRunning', {
    limit: percent(100),
    for: pending,
    severity: 'warning',
    component: 'agents',
    when: ({ limit }) =>
      below(runningShare({ daemonSetDesired: desired, daemonSetReady: ready }, daemonSets), limit),
    // Without kube-state-metrics nothing is known of any. A cluster may have no other DaemonSet, but it has Deployments.
    knownBy: () => deploymentsAreTold({ deploymentAvailable }),
    says: {
      ko: ({ value, limit, labels: { daemonset }, for: pending }) => ({
        summary: `${subject.ko}: ${daemonset} 에이전트가 노드의 ${value}에서만 실행 중입니다`,
        description: `${pending} 넘게 ${daemonset} 데몬셋이 있어야 할 노드의 ${value}에서만 준비되어 있거나(기준 ${limit}), 데몬셋 자체가 사라졌습니다. 데몬셋과 네임스페이스가 있는지, 이벤트에 Pod Security(violates PodSecurity)로 거부되었다는 말이 있는지, 어느 노드의 파드가 왜 준비되지 않는지 순서로 확인하세요.`,
        meaning: `${subject.ko}의 에이전트(로그 수집기나 node_exporter)가 실행되어야 할 노드 가운데 준비된 노드의 비율이 ${limit}보다 낮습니다. 데몬셋이 없어 지표가 사라진 경우도 0으로 셉니다. kube-state-metrics 자체가 멈추면 알 수 없으므로 알리지 않고, 다른 알림이 그것을 알립니다.`,
        impact:
          '사용자는 모릅니다. 그러나 에이전트가 없는 노드에서는 로그가 보내지지 않거나 노드의 지표가 수집되지 않아, 장애가 났을 때 볼 것이 없습니다. 노드에 남은 로그 파일은 에이전트가 돌아오기 전에 지워질 수 있습니다.',
        check: `데몬셋의 DESIRED, CURRENT, READY를 비교합니다. CURRENT가 0이면 파드를 만들지 못한 것이니 이벤트를, READY만 모자라면 그 노드의 파드를 봅니다. 데몬셋 이름은 알림에 있습니다.\n\n${look}`,
        action:
          '에이전트는 노드의 파일을 읽으므로 그 네임스페이스에는 레이블 `pod-security.kubernetes.io/enforce: privileged`가 있어야 합니다. 네임스페이스나 레이블이 없으면 만들고, 데몬셋이 없으면 ArgoCD에서 다시 동기화합니다. 노드가 NotReady이면 노드부터 되살리거나 클러스터에서 뺍니다. 방금 바꾼 설정 때문에 뜨지 않으면 되돌립니다.',
      }),
      en: ({ value, limit, labels: { daemonset }, for: pending }) => ({
        summary: `${subject.en}: the agent ${daemonset} runs on ${value} of the nodes only`,
        description: `For more than ${pending} DaemonSet ${daemonset} has been ready on ${value} of the nodes that it wants (limit ${limit}), or the DaemonSet itself is gone. See whether it and its namespace are there, then whether the events say that Pod Security refuses its pods (violates PodSecurity), then on which node a pod is not ready, and why.`,
        meaning: `Of the nodes on which an agent of ${subject.en} (the one for logs, or node_exporter) should run, it is ready on less than ${limit}. A DaemonSet that is not there, whose metrics are gone with it, counts as 0. While kube-state-metrics itself is gone nobody knows, and this alert is quiet: another tells of that.`,
        impact:
          'Users notice nothing. But a node without its agent sends no logs, or tells no metrics of its own, and when something fails there is nothing to look at. Log files that are left on the node may be deleted before the agent is back.',
        check: `Compare DESIRED, CURRENT and READY of the DaemonSet. Where CURRENT is 0 its pods cannot be made, and the events say why; where READY alone is short, look at the pod of that node. The alert names the DaemonSet.\n\n${look}`,
        action:
          'Agents read files of their node, so their namespace must have the label `pod-security.kubernetes.io/enforce: privileged`. Make the namespace or the label where it is missing; where the DaemonSet is missing, sync again in ArgoCD. If a node is NotReady, bring it back first, or take it out of the cluster. If a change of the configuration keeps it from starting, take that back.',
      }),
    },
    proof: ({ limit }) => ({
      reading: {
        at: (share, labels) => [
          holds(desired, labels, nodes),
          holds(ready, labels, share * nodes),
          inEveryCluster({ deploymentAvailable }),
        ],
        well: Math.max(1, limit.value),
        when: (share) => `the agent runs on ${share} of the nodes`,
        labels: { daemonset: daemonSets[0] },
        gone: { reads: 0, when: 'the DaemonSet is gone', beside: [inEveryCluster({ deploymentAvailable })] },
      },
      fires: [
        {
          when: 'the DaemonSet wants no node at all',
          series: [
            ...daemonSets.flatMap((daemonset, i) => [
              holds(desired, { daemonset }, i === 0 ? { was: nodes, becomes: 0 } : nodes),
              holds(ready, { daemonset }, i === 0 ? { was: nodes, becomes: 0 } : nodes),
            ]),
            inEveryCluster({ deploymentAvailable }),
          ],
          labels: { daemonset: daemonSets[0] },
          value: '0%',
        },
      ],
      quiet: [
        {
          when: 'kube-state-metrics is gone, and with it what it tells of all DaemonSets',
          series: [
            ...daemonSets.flatMap((daemonset) => [
              holds(desired, { daemonset }, unknown),
              holds(ready, { daemonset }, unknown),
            ]),
            inEveryCluster({ deploymentAvailable }, { was: 2, becomes: 'missing' }),
          ],
        },
      ],
    }),
  });
};

const unknown: Course = { was: nodes, becomes: 'missing' };

const lookAt = (ready: DaemonSetMetrics['daemonSetReady'], [first, ...more]: NonEmpty<string>): string => {
  const several = more.length > 0;
  const name = several ? '"daemonset/$DAEMONSET"' : `daemonset/${first}`;
  const namespace = fixedLabel(ready, 'namespace');
  return commands(
    ...(namespace === undefined ? [] : [`kubectl get namespace ${namespace} --show-labels`]),
    kubectl(ready, 'get daemonset,pod -o wide'),
    kubectl(ready, 'get events --sort-by=.lastTimestamp'),
    ...(several ? [asAlerted('daemonset')] : []),
    kubectl(ready, `describe ${name}`),
    kubectl(ready, `logs ${name} --tail=50`),
    'kubectl get nodes',
  );
};
