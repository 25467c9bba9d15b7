import type { Duration } from '../../ground/duration.js';
import { humanize } from '../../promql/unit/humanize.js';
import { count } from '../../promql/unit/limit.js';
import { asAlerted, commands } from '../command.js';
import { justUnder } from '../hold.js';
import { spoken } from '../../ground/spoken.js';
import { kubectl } from '../place/kubectl.js';
import type { Kubernetes } from '../place/kubernetes.js';
import { alert } from '../rule/alert.js';
import { type Course, holds } from '../rule/behaviour.js';
import { below } from '../rule/condition.js';
import type { Firing, NonEmpty, Proof } from '../rule/proof.js';
import type { Subject } from '../subject.js';
import { type DeploymentMetrics, availableReplicas } from './deployment.js';

/** A Deployment without a single available pod, or that is gone altogether. */
export const podDown = (
  subject: Subject<Kubernetes>,
  metrics: DeploymentMetrics,
  deployments: NonEmpty<string>,
  hold: Duration,
) => {
  const { ko, en } = spoken(hold);
  const { deploymentAvailable: available } = metrics;
  const [only, several] = [deployments[0], deployments.length > 1];
  const deployment = several ? '"deployment/$DEPLOYMENT"' : `deployment/${only}`;
  const look = commands(
    kubectl(available, 'get deployment,replicaset,pod'),
    ...(several ? [asAlerted('deployment')] : []),
    kubectl(available, `describe ${deployment}`),
    kubectl(available, 'get events --sort-by=.lastTimestamp'),
    kubectl(available, `logs ${deployment} --tail=100`),
    kubectl(available, `logs ${deployment} --previous --tail=100`),
    kubectl(available, `rollout history ${deployment}`),
  );
  return alert('PodDown', {
    when: below(availableReplicas(metrics, deployments), count(1)),
    for: hold,
    severity: 'critical',
    texts: ({ labels: { deployment } }) => ({
      ko: {
        summary: `${subject.ko}: ${deployment} 디플로이먼트에 사용 가능한 파드가 없습니다`,
        description: `${ko} 넘게 ${deployment} 디플로이먼트에 사용 가능한 파드가 하나도 없거나, 디플로이먼트 자체가 사라졌습니다. 디플로이먼트가 있는지, 파드가 왜 준비되지 않는지(Pending, CrashLoopBackOff, 프로브 실패) 순서로 확인하세요.`,
      },
      en: {
        summary: `${subject.en}: Deployment ${deployment} has no available pod`,
        description: `For more than ${en} Deployment ${deployment} has not had a single available pod, or the Deployment itself is gone. See whether it is there, then why its pods are not ready (Pending, CrashLoopBackOff, a failing probe).`,
      },
    }),
    runbook: {
      ko: {
        meaning: `${subject.ko}의 디플로이먼트에 사용 가능한(available) 파드가 하나도 없습니다. 디플로이먼트가 삭제되어 지표가 사라진 경우도 0으로 셉니다. 모든 디플로이먼트의 알림이 한꺼번에 발생하면 kube-state-metrics가 멈춘 것일 수 있습니다.`,
        impact: '이 디플로이먼트가 하던 일은 아무도 하지 않습니다. API라면 모든 요청이 실패합니다.',
        check: `디플로이먼트와 파드의 상태를 보고, 이벤트와 직전 로그에서 원인을 찾습니다. 디플로이먼트 이름은 알림에 있습니다.\n\n${look}`,
        action:
          '방금 배포했다면 되돌립니다(`kubectl rollout undo`). 디플로이먼트가 없으면 ArgoCD에서 왜 지워졌는지 보고 다시 동기화합니다. Pending이면 노드의 자원과 볼륨을, ImagePullBackOff면 이미지와 레지스트리 인증을 확인합니다. 레플리카를 일부러 0으로 줄였다면 그동안 알림을 끕니다.',
      },
      en: {
        meaning: `A Deployment of ${subject.en} does not have a single available pod. One that was deleted, whose metric is gone with it, counts as 0. If all of them are told at once, kube-state-metrics may have stopped.`,
        impact: 'What this Deployment did nobody does. If it is an API, every request fails.',
        check: `See the state of the Deployment and its pods, then find the cause in the events and in what the pods logged last; the alert names the Deployment.\n\n${look}`,
        action:
          'Right after a deployment, roll back (`kubectl rollout undo`). If the Deployment is missing, see in ArgoCD why it was deleted, and sync again. If pods are Pending look at the resources of the nodes and at volumes, if ImagePullBackOff at the image and the credentials of its registry. If it was scaled to 0 on purpose, silence the alert for that time.',
      },
    },
    proof: proof(metrics, deployments, hold),
  });
};

const proof = (
  { deploymentAvailable }: DeploymentMetrics,
  all: NonEmpty<string>,
  hold: Duration,
): Proof<'deployment'> => {
  const has = (deployment: string, course: Course) => holds(deploymentAvailable, { deployment }, course);
  const others = (deployment: string) =>
    all.filter((each) => each !== deployment).map((each) => has(each, 2));
  const zero = humanize(count(0));
  const [first] = all;
  const gone = (deployment: string): Firing<'deployment'> => ({
    when: `Deployment ${deployment} is gone`,
    series: [has(deployment, { was: 2, becomes: 'missing' }), ...others(deployment)],
    labels: { deployment },
    value: zero,
  });
  const becoming = (becomes: 0 | 1 | 'missing') => [has(first, { was: 2, becomes }), ...others(first)];
  const brief = justUnder(hold);
  return {
    fires: [
      { when: 'no pod is available', series: becoming(0), labels: { deployment: first }, value: zero },
      ...all.map(gone),
    ],
    quiet: [
      { when: 'one pod of two is left', series: becoming(1) },
      { when: `no pod is available for ${brief}`, series: becoming(0), lasts: brief },
      { when: `a Deployment is replaced within ${brief}`, series: becoming('missing'), lasts: brief },
      {
        when: "somebody else's Deployment has no pod",
        series: [...all.map((each) => has(each, 2)), has('somebody-else', { was: 2, becomes: 0 })],
      },
    ],
  };
};
