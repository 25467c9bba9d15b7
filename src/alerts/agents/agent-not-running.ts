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
import { type AgentKind, agentWords } from './words.js';

export interface Agents {
  /** Names of the DaemonSets that are watched: `shop-fluent-bit`. */
  readonly daemonSets: NonEmpty<string>;
  /** What they do: read files of their node, unless given. What a person does about one that is missing follows from it. */
  readonly of?: AgentKind;
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
  { daemonSets, of = 'files', for: pending = '15m' }: Agents,
): Alert<'daemonset', 'ratio'> => {
  const { which, refused, namespaceShown, impact, action } = agentWords[of];
  const look = lookAt(ready, daemonSets, namespaceShown);
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
        description: `${pending} 넘게 ${daemonset} 데몬셋이 있어야 할 노드의 ${value}에서만 준비되어 있거나(기준 ${limit}), 데몬셋 자체가 사라졌습니다. 데몬셋과 네임스페이스가 있는지, ${refused.ko}, 어느 노드의 파드가 왜 준비되지 않는지 순서로 확인하세요.`,
        meaning: `${subject.ko}의 에이전트(${which.ko})가 실행되어야 할 노드 가운데 준비된 노드의 비율이 ${limit}보다 낮습니다. 데몬셋이 없어 지표가 사라진 경우도 0으로 셉니다. kube-state-metrics 자체가 멈추면 알 수 없으므로 알리지 않고, 다른 알림이 그것을 알립니다.`,
        impact: impact.ko,
        check: `데몬셋의 DESIRED, CURRENT, READY를 비교합니다. CURRENT가 0이면 파드를 만들지 못한 것이니 이벤트를, READY만 모자라면 그 노드의 파드를 봅니다. 데몬셋 이름은 알림에 있습니다.\n\n${look}`,
        action: action.ko,
      }),
      en: ({ value, limit, labels: { daemonset }, for: pending }) => ({
        summary: `${subject.en}: the agent ${daemonset} runs on ${value} of the nodes only`,
        description: `For more than ${pending} DaemonSet ${daemonset} has been ready on ${value} of the nodes that it wants (limit ${limit}), or the DaemonSet itself is gone. See whether it and its namespace are there, then ${refused.en}, then on which node a pod is not ready, and why.`,
        meaning: `Of the nodes on which an agent of ${subject.en} (${which.en}) should run, it is ready on less than ${limit}. A DaemonSet that is not there, whose metrics are gone with it, counts as 0. While kube-state-metrics itself is gone nobody knows, and this alert is quiet: another tells of that.`,
        impact: impact.en,
        check: `Compare DESIRED, CURRENT and READY of the DaemonSet. Where CURRENT is 0 its pods cannot be made, and the events say why; where READY alone is short, look at the pod of that node. The alert names the DaemonSet.\n\n${look}`,
        action: action.en,
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

const lookAt = (
  ready: DaemonSetMetrics['daemonSetReady'],
  [first, ...more]: NonEmpty<string>,
  shown: string,
): string => {
  const several = more.length > 0;
  const name = several ? '"daemonset/$DAEMONSET"' : `daemonset/${first}`;
  const namespace = fixedLabel(ready, 'namespace');
  return commands(
    ...(namespace === undefined ? [] : [`kubectl get namespace ${namespace}${shown}`]),
    kubectl(ready, 'get daemonset,pod -o wide'),
    kubectl(ready, 'get events --sort-by=.lastTimestamp'),
    ...(several ? [asAlerted('daemonset')] : []),
    kubectl(ready, `describe ${name}`),
    kubectl(ready, `logs ${name} --tail=50`),
    'kubectl get nodes',
  );
};
