import type { Localized } from '#ground/language.js';

/** What kind of agent it is: one that reads files of its node, as agents for logs and node_exporter do, or one that hands traces on and reads none. */
export type AgentKind = 'files' | 'traces';

/** What the texts of an agent's alert say of its kind. */
export interface AgentWords {
  /** What kind of agent, in brackets. */
  readonly which: Localized;
  /** How to see why its pods are not there: part of a sentence. */
  readonly refused: Localized;
  /** What `kubectl get namespace` is asked beside: labels where they decide whether its pods may be made. */
  readonly namespaceShown: string;
  readonly impact: Localized;
  readonly action: Localized;
}

export const agentWords: Readonly<Record<AgentKind, AgentWords>> = {
  files: {
    which: { ko: '로그 수집기나 node_exporter', en: 'the one for logs, or node_exporter' },
    refused: {
      ko: '이벤트에 Pod Security(violates PodSecurity)로 거부되었다는 말이 있는지',
      en: 'whether the events say that Pod Security refuses its pods (violates PodSecurity)',
    },
    namespaceShown: ' --show-labels',
    impact: {
      ko: '사용자는 모릅니다. 그러나 에이전트가 없는 노드에서는 로그가 보내지지 않거나 노드의 지표가 수집되지 않아, 장애가 났을 때 볼 것이 없습니다. 노드에 남은 로그 파일은 에이전트가 돌아오기 전에 지워질 수 있습니다.',
      en: 'Users notice nothing. But a node without its agent sends no logs, or tells no metrics of its own, and when something fails there is nothing to look at. Log files that are left on the node may be deleted before the agent is back.',
    },
    action: {
      ko: '에이전트는 노드의 파일을 읽으므로 그 네임스페이스에는 레이블 `pod-security.kubernetes.io/enforce: privileged`가 있어야 합니다. 네임스페이스나 레이블이 없으면 만들고, 데몬셋이 없으면 ArgoCD에서 다시 동기화합니다. 노드가 NotReady이면 노드부터 되살리거나 클러스터에서 뺍니다. 방금 바꾼 설정 때문에 뜨지 않으면 되돌립니다.',
      en: 'Agents read files of their node, so their namespace must have the label `pod-security.kubernetes.io/enforce: privileged`. Make the namespace or the label where it is missing; where the DaemonSet is missing, sync again in ArgoCD. If a node is NotReady, bring it back first, or take it out of the cluster. If a change of the configuration keeps it from starting, take that back.',
    },
  },
  traces: {
    which: { ko: '트레이스 수집기', en: 'the one for traces' },
    refused: {
      ko: '이벤트가 파드를 만들지 못한 까닭을 말하는지',
      en: 'whether the events say why its pods cannot be made',
    },
    namespaceShown: '',
    impact: {
      ko: '사용자는 모르고 로그도 그대로 보내집니다. 그러나 에이전트가 없는 노드의 서비스는 스팬을 잃습니다. 그 트레이스가 없거나 일부가 비고, 스팬으로 센 지표가 그만큼 적어 그 지표를 보는 알림이 울리지 않을 수 있습니다.',
      en: 'Users notice nothing, and logs go on. But services on a node without its agent lose their spans: their traces are not there or lack a part, and the metrics that are counted from spans are too low, so that alerts on these may be quiet.',
    },
    action: {
      ko: 'Pod Security를 절대 느슨하게 하지 않습니다. 이 에이전트는 노드의 파일을 읽지 않고 애플리케이션의 네임스페이스에서 `restricted`로 실행됩니다. 이벤트와 describe에서 까닭을 읽고, `tracing`을 마지막으로 바꾼 것을 되돌린 뒤 ArgoCD에서 다시 동기화합니다. 데몬셋이 없을 때도 다시 동기화합니다. 노드가 NotReady이면 노드부터 되살리거나 클러스터에서 뺍니다.',
      en: 'Never loosen Pod Security: this agent reads no file of its node, and runs under `restricted` in the namespace of the application. Read why in the events and in what describe says, take back the last change of `tracing`, and sync again in ArgoCD; sync again too where the DaemonSet is missing. If a node is NotReady, bring it back first, or take it out of the cluster.',
    },
  },
};
