import type { Duration } from '#ground/duration.js';
import { count } from '#promql/unit/limit.js';
import { kubectl } from '#alerts/place/kubectl.js';
import type { Kubernetes } from '#alerts/place/kubernetes.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { below } from '#alerts/rule/condition.js';
import type { Facts } from '#alerts/rule/facts.js';
import { type Course, holds } from '#alerts/scenario/behaviour.js';
import type { NonEmpty } from '#alerts/scenario/scenario.js';
import { asAlerted, commands } from '#alerts/text/command.js';
import type { Subject } from '#alerts/text/subject.js';
import {
  type DeploymentMetrics,
  availableReplicas,
  deploymentsAreTold,
  inEveryCluster,
} from './deployment.js';

export interface Deployments {
  /** Names of the Deployments that are watched. */
  readonly deployments: NonEmpty<string>;
  /** How long one may be without a pod; a minute by default. */
  readonly for?: Duration;
}

/** A Deployment without a single available pod, or that is gone altogether. */
export const podDown = (
  subject: Subject<Kubernetes>,
  { deploymentAvailable: available }: DeploymentMetrics,
  { deployments, for: pending = '1m' }: Deployments,
): Alert<'deployment', 'count'> => {
  const look = lookAt(available, deployments);
  return alert('PodDown', {
    limit: count(1),
    for: pending,
    severity: 'critical',
    when: ({ limit }) => below(availableReplicas({ deploymentAvailable: available }, deployments), limit),
    // Without kube-state-metrics nothing is known of any.
    knownBy: () => deploymentsAreTold({ deploymentAvailable: available }),
    says: {
      ko: ({ value, limit, labels: { deployment }, for: pending, facts }) => ({
        summary: `${subject.ko}: ${deployment} 디플로이먼트에 사용 가능한 파드가 ${asksForOne(facts) ? '없습니다' : `${value}개뿐입니다`}`,
        description: `${pending} 넘게 ${deployment} 디플로이먼트에 사용 가능한 파드가 ${asksForOne(facts) ? '하나도 없거나' : `${limit}개보다 적거나`}, 디플로이먼트 자체가 사라졌습니다. 디플로이먼트가 있는지, 파드가 왜 준비되지 않는지(Pending, CrashLoopBackOff, 프로브 실패) 순서로 확인하세요.`,
        meaning: `${subject.ko}의 디플로이먼트에 사용 가능한(available) 파드가 ${asksForOne(facts) ? '하나도 없습니다' : `${limit}개보다 적습니다`}. 디플로이먼트가 삭제되어 지표가 사라진 경우도 0으로 셉니다. kube-state-metrics 자체가 멈추면 알 수 없으므로 알리지 않고, 다른 알림이 그것을 알립니다.`,
        impact: asksForOne(facts)
          ? '이 디플로이먼트가 하던 일은 아무도 하지 않습니다. API라면 모든 요청이 실패합니다.'
          : '남은 파드가 모든 일을 떠맡아 느려집니다. 하나도 남지 않으면 API라면 모든 요청이 실패합니다.',
        check: `디플로이먼트와 파드의 상태를 보고, 이벤트와 직전 로그에서 원인을 찾습니다. 디플로이먼트 이름은 알림에 있습니다.\n\n${look}`,
        action:
          '방금 배포했다면 되돌립니다(`kubectl rollout undo`). 디플로이먼트가 없으면 ArgoCD에서 왜 지워졌는지 보고 다시 동기화합니다. Pending이면 노드의 자원과 볼륨을, ImagePullBackOff면 이미지와 레지스트리 인증을 확인합니다. 레플리카를 일부러 0으로 줄였다면 그동안 알림을 끕니다.',
      }),
      en: ({ value, limit, labels: { deployment }, for: pending, facts }) => ({
        summary: `${subject.en}: Deployment ${deployment} has ${asksForOne(facts) ? 'no available pod' : `only ${value} available pods`}`,
        description: `For more than ${pending} Deployment ${deployment} has ${asksForOne(facts) ? 'not had a single available pod' : `had fewer than ${limit} available pods`}, or the Deployment itself is gone. See whether it is there, then why its pods are not ready (Pending, CrashLoopBackOff, a failing probe).`,
        meaning: `A Deployment of ${subject.en} ${asksForOne(facts) ? 'does not have a single available pod' : `has fewer than ${limit} available pods`}. One that was deleted, whose metric is gone with it, counts as 0. While kube-state-metrics itself is gone nobody knows, and this alert is quiet: another tells of that.`,
        impact: asksForOne(facts)
          ? 'What this Deployment did nobody does. If it is an API, every request fails.'
          : 'The pods that are left do all the work, and slow down. Once none is left, every request to an API fails.',
        check: `See the state of the Deployment and its pods, then find the cause in the events and in what the pods logged last; the alert names the Deployment.\n\n${look}`,
        action:
          'Right after a deployment, roll back (`kubectl rollout undo`). If the Deployment is missing, see in ArgoCD why it was deleted, and sync again. If pods are Pending look at the resources of the nodes and at volumes, if ImagePullBackOff at the image and the credentials of its registry. If it was scaled to 0 on purpose, silence the alert for that time.',
      }),
    },
    proof: ({ limit }) => ({
      reading: {
        at: (pods, labels) => [holds(available, labels, pods)],
        well: limit.value + 1,
        when: (pods) => `${pods} pods are available`,
        labels: { deployment: deployments[0] },
        gone: {
          reads: 0,
          when: 'the Deployment is gone',
          beside: [inEveryCluster({ deploymentAvailable: available })],
        },
      },
      quiet: [
        {
          when: 'kube-state-metrics is gone, and with it what it tells of all Deployments',
          series: [
            ...deployments.map((deployment) => holds(available, { deployment }, unknown(limit.value + 1))),
            inEveryCluster({ deploymentAvailable: available }, unknown(2)),
          ],
        },
      ],
    }),
  });
};

const unknown = (pods: number): Course => ({ was: pods, becomes: 'missing' });

/** Whether a single pod is enough, as it is unless an application gives another limit. */
const asksForOne = ({ limit }: Facts<'count'>): boolean => limit.value <= 1;

const lookAt = (
  available: DeploymentMetrics['deploymentAvailable'],
  [first, ...further]: NonEmpty<string>,
): string => {
  const several = further.length > 0;
  const deployment = several ? '"deployment/$DEPLOYMENT"' : `deployment/${first}`;
  return commands(
    kubectl(available, 'get deployment,replicaset,pod'),
    ...(several ? [asAlerted('deployment')] : []),
    kubectl(available, `describe ${deployment}`),
    kubectl(available, 'get events --sort-by=.lastTimestamp'),
    kubectl(available, `logs ${deployment} --tail=100`),
    kubectl(available, `logs ${deployment} --previous --tail=100`),
    kubectl(available, `rollout history ${deployment}`),
  );
};
