import type { Duration } from '#ground/duration.js';
import { count } from '#promql/unit/limit.js';
import { kubectl } from '#alerts/place/kubectl.js';
import type { Kubernetes } from '#alerts/place/kubernetes.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { above } from '#alerts/rule/condition.js';
import { holds } from '#alerts/scenario/behaviour.js';
import { asAlerted, commands } from '#alerts/text/command.js';
import type { Subject } from '#alerts/text/subject.js';
import { type OperatorMetrics, rejectedResources } from './rejected.js';

/**
 * Objects that prometheus-operator leaves out, of whichever application: of an AlertmanagerConfig whose Secret is missing kubectl and
 * ArgoCD say that all is well, and nobody is told of anything by it. So it must be told by another: by an application that has
 * several, each with a Secret of its own, in a route that leads to more than one of them.
 */
export const resourcesRejected = (
  subject: Subject<Kubernetes>,
  { managedResources }: OperatorMetrics,
  { for: pending = '10m' }: { readonly for?: Duration } = {},
): Alert<'resource', 'count'> => {
  const look = commands(
    'kubectl get events --all-namespaces --field-selector reason=InvalidConfiguration',
    kubectl(
      managedResources,
      'logs --selector app=kube-prometheus-stack-operator --tail=-1 --since=1h | grep -i skipping',
    ),
    asAlerted('resource'),
    'kubectl get "$RESOURCE" --all-namespaces',
  );
  return alert('MonitoringResourcesRejected', {
    limit: count(0),
    for: pending,
    severity: 'critical',
    component: 'alerting',
    when: ({ limit }) => above(rejectedResources({ managedResources }), limit),
    says: {
      ko: ({ value, labels: { resource }, for: pending }) => ({
        summary: `${subject.ko}: 클러스터의 ${resource} ${value}개를 prometheus-operator가 거부하고 있습니다`,
        description: `${pending} 넘게 prometheus-operator가 ${resource} ${value}개를 받아들이지 않습니다. 이 클러스터의 어느 애플리케이션 것인지는 이 지표로 알 수 없습니다. AlertmanagerConfig라면 그 수신자에게는 지금 아무 알림도 가지 않고, PrometheusRule이라면 알림이 없고, ServiceMonitor라면 수집이 되지 않습니다. 이벤트(InvalidConfiguration)에서 이름과 까닭부터 확인하세요.`,
        meaning:
          'kubectl과 ArgoCD에는 적용된 것으로 보이지만 prometheus-operator가 쓰지 않는 오브젝트가 있습니다. AlertmanagerConfig는 Secret 하나가 없거나 키 하나가 틀려도 통째로 빠집니다.',
        impact:
          '거부된 AlertmanagerConfig의 수신자는 알림을 받지 못합니다. 장애가 나도 아무도 모를 수 있습니다. 거부된 PrometheusRule이나 ServiceMonitor를 쓰는 애플리케이션은 감시되지 않습니다.',
        check: `이벤트는 한 시간쯤 뒤에 사라지니, 없으면 operator의 로그에서 skipping으로 시작하는 줄을 찾습니다. 어느 오브젝트가 왜 거부되었는지 나옵니다.\n\n${look}`,
        action:
          'Secret이 없거나 키가 없다고 하면 docs/secrets에 있는 명령으로 만듭니다. 만들면 operator가 곧 다시 읽습니다. 필드가 잘못되었다고 하면 고친 manifest를 동기화합니다. operator를 방금 올리거나 내렸다면 그 버전이 모르는 필드일 수 있습니다.',
      }),
      en: ({ value, labels: { resource }, for: pending }) => ({
        summary: `${subject.en}: prometheus-operator rejects ${value} of kind ${resource} in the cluster`,
        description: `For more than ${pending} prometheus-operator has left out ${value} of kind ${resource}. Which application of the cluster they belong to its metric does not tell. Whoever a rejected AlertmanagerConfig would tell is told of nothing now; a rejected PrometheusRule has no alerts, and what a rejected ServiceMonitor would scrape is not scraped. See the name and the reason in the events (InvalidConfiguration) first.`,
        meaning:
          'There are objects that kubectl and ArgoCD show as applied, and that prometheus-operator does not use. An AlertmanagerConfig is left out as a whole where one Secret is missing, or one key of it is wrong.',
        impact:
          'Whoever a rejected AlertmanagerConfig would tell gets no alerts, so that an outage may go unnoticed. An application whose PrometheusRule or ServiceMonitor is rejected is not watched.',
        check: `Events are gone after about an hour: where there are none, look in the operator's log for lines that say skipping. They name the object and the reason.\n\n${look}`,
        action:
          'Where a Secret or a key is said to be missing, make it by the command in docs/secrets: the operator reads it soon after. Where a field is said to be wrong, mend the manifest and sync. Right after the operator was upgraded or rolled back, it may be a field that this version does not know.',
      }),
    },
    proof: () => ({
      reading: {
        at: (rejected, { resource }) => [
          holds(managedResources, { resource, state: 'rejected' }, rejected),
          holds(managedResources, { resource, state: 'selected' }, 5),
        ],
        well: 0,
        when: (rejected) => `${rejected} are rejected`,
        labels: { resource: 'AlertmanagerConfig' },
        others: [{ resource: 'PrometheusRule' }],
      },
    }),
  });
};
