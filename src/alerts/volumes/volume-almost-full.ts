import { type Limit, gibibytes } from '#promql/unit/limit.js';
import type { Kubernetes } from '#alerts/place/kubernetes.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { above } from '#alerts/rule/condition.js';
import { holds } from '#alerts/scenario/behaviour.js';
import type { Subject } from '#alerts/text/subject.js';
import { spaceCommands } from './commands.js';
import {
  type VolumeMetrics,
  type VolumeLabel,
  type VolumeNames,
  exampleOf,
  ofVolumes,
  volumeUsage,
} from './claims.js';

export interface Used {
  /** Names of the PersistentVolumeClaims that are watched. */
  readonly volumes: VolumeNames;
  /** Share of a volume that may be used. */
  readonly used: Limit<'ratio'>;
}

/** A volume of which too much is used. */
export const volumeAlmostFull = (
  subject: Subject<Kubernetes>,
  { volumeUsed, volumeCapacity }: VolumeMetrics,
  { volumes, used }: Used,
): Alert<VolumeLabel, 'ratio'> => {
  const own = ofVolumes({ volumeUsed, volumeCapacity }, volumes);
  const look = spaceCommands(own.volumeUsed);
  return alert('VolumeAlmostFull', {
    limit: used,
    for: '5m',
    severity: 'warning',
    when: ({ limit }) => above(volumeUsage(own), limit),
    says: {
      ko: ({ value, limit, labels: { persistentvolumeclaim } }) => ({
        summary: `${subject.ko}: 볼륨 ${persistentvolumeclaim} 사용률이 ${value}입니다`,
        description: `볼륨 ${persistentvolumeclaim}의 ${value}가 찼습니다(기준 ${limit}). 다 차면 쓰기가 실패합니다. 무엇이 공간을 차지하는지 파드 안에서 \`df\`와 \`du\`로 먼저 확인하세요.`,
        meaning: `${subject.ko}의 볼륨이 ${limit} 넘게 찼습니다.`,
        impact: '볼륨이 다 차면 파일을 쓸 수 없고, 데이터베이스라면 멈춥니다.',
        check: `볼륨을 쓰는 파드를 찾아 그 안에서 무엇이 공간을 차지하는지 봅니다. hostPath 볼륨(k3s의 local-path 포함)은 kubelet이 사용량을 재지 않아 이 알림이 발생하지 않습니다. 그런 볼륨은 노드에서 \`df\`로 확인합니다.\n\n${look}`,
        action:
          '오래된 파일을 지우거나 옮깁니다. 스토리지 클래스가 확장을 지원하면(`allowVolumeExpansion`) PVC의 요청 크기를 늘립니다. 데이터베이스 파일은 직접 지우지 않습니다.',
      }),
      en: ({ value, limit, labels: { persistentvolumeclaim } }) => ({
        summary: `${subject.en}: volume ${persistentvolumeclaim} is ${value} full`,
        description: `Of volume ${persistentvolumeclaim} ${value} is used (limit ${limit}). Once it is full, writing fails. See first what takes the space, with \`df\` and \`du\` inside the pod.`,
        meaning: `More than ${limit} of a volume of ${subject.en} is used.`,
        impact: 'Once the volume is full no file can be written; a database stops.',
        check: `Find the pod that uses the volume, and see inside what takes the space. The kubelet does not measure hostPath volumes (local-path of k3s among them), so this alert never fires for them: look with \`df\` on the node.\n\n${look}`,
        action:
          "Delete old files or move them away. If the storage class can expand volumes (`allowVolumeExpansion`), raise the claim's request. Never delete files of a database by hand.",
      }),
    },
    proof: ({ limit }) => {
      const size = gibibytes(20).value;
      return {
        reading: {
          at: (share, labels) => [
            holds(own.volumeUsed, labels, share * size),
            holds(own.volumeCapacity, labels, size),
          ],
          well: limit.value / 2,
          when: (value) => `a volume is ${value} full`,
          labels: exampleOf(own.volumeUsed, volumes),
        },
      };
    },
  });
};
