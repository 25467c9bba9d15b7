import { type Limit, gibibytes } from '#promql/unit/limit.js';
import type { Kubernetes } from '#alerts/place/kubernetes.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { below } from '#alerts/rule/condition.js';
import { holds } from '#alerts/scenario/behaviour.js';
import type { Subject } from '#alerts/text/subject.js';
import { spaceCommands } from './commands.js';
import {
  type SpaceMetrics,
  type VolumeLabel,
  type VolumeNames,
  exampleOf,
  ofVolumes,
  volumeLeft,
} from './claims.js';

export interface Left {
  /** Names of the PersistentVolumeClaims that are watched. */
  readonly volumes: VolumeNames;
  /** Share of a volume that must be left. */
  readonly left: Limit<'ratio'>;
}

/** A volume on which there is next to no space left: what stops a database. */
export const volumeSpaceLow = (
  subject: Subject<Kubernetes>,
  { volumeAvailable, volumeCapacity }: SpaceMetrics,
  { volumes, left }: Left,
): Alert<VolumeLabel, 'ratio'> => {
  const own = ofVolumes({ volumeAvailable, volumeCapacity }, volumes);
  const look = spaceCommands(own.volumeAvailable);
  return alert('VolumeSpaceLow', {
    limit: left,
    for: '5m',
    severity: 'critical',
    when: ({ limit }) => below(volumeLeft(own), limit),
    says: {
      ko: ({ value, limit, labels: { persistentvolumeclaim } }) => ({
        summary: `${subject.ko}: 볼륨 ${persistentvolumeclaim}에 ${value}만 남았습니다`,
        description: `볼륨 ${persistentvolumeclaim}의 남은 공간이 ${value}뿐입니다(기준 ${limit}). 다 차면 쓰기가 실패하고, 데이터베이스라면 멈춥니다. 무엇이 공간을 차지하는지 파드 안에서 \`df\`와 \`du\`로 먼저 확인하세요.`,
        meaning: `${subject.ko}의 볼륨에 남은 공간이 ${limit}보다 적습니다.`,
        impact:
          '볼륨이 다 차면 파일을 쓸 수 없습니다. 데이터베이스라면 멈추고, 공간을 마련할 때까지 다시 뜨지 못하기도 합니다.',
        check: `볼륨을 쓰는 파드를 찾아 그 안에서 무엇이 공간을 차지하는지 봅니다. PostgreSQL이라면 큰 테이블, 쌓인 WAL(\`pg_wal\`, 멈춘 복제 슬롯), 임시 파일 순서로 봅니다. hostPath 볼륨(k3s의 local-path 포함)은 kubelet이 사용량을 재지 않아 이 알림이 발생하지 않습니다. 그런 볼륨은 노드에서 \`df\`로 확인합니다.\n\n${look}`,
        action:
          '스토리지 클래스가 확장을 지원하면(`allowVolumeExpansion`) PVC의 요청 크기를 늘리는 것이 가장 안전합니다. 아니면 오래된 데이터를, PostgreSQL이라면 쓰지 않는 복제 슬롯도 지웁니다. 데이터베이스 파일은 직접 지우지 않습니다.',
      }),
      en: ({ value, limit, labels: { persistentvolumeclaim } }) => ({
        summary: `${subject.en}: only ${value} of volume ${persistentvolumeclaim} is left`,
        description: `Of volume ${persistentvolumeclaim} only ${value} is left (limit ${limit}). Once it is full, writing fails, and a database stops. See first what takes the space, with \`df\` and \`du\` inside the pod.`,
        meaning: `Less than ${limit} of a volume of ${subject.en} is left.`,
        impact:
          'Once the volume is full no file can be written. A database stops, and may not start again until there is space.',
        check: `Find the pod that uses the volume, and see inside what takes the space: of PostgreSQL first big tables, then piled-up WAL (\`pg_wal\`, a replication slot that stands still), then temporary files. The kubelet does not measure hostPath volumes (local-path of k3s among them), so this alert never fires for them: look with \`df\` on the node.\n\n${look}`,
        action:
          "If the storage class can expand volumes (`allowVolumeExpansion`), raising the claim's request is the safest. Else remove old data, and of PostgreSQL replication slots that nobody uses. Never delete files of a database by hand.",
      }),
    },
    proof: ({ limit }) => {
      const size = gibibytes(20).value;
      return {
        reading: {
          at: (share, labels) => [
            holds(own.volumeAvailable, labels, share * size),
            holds(own.volumeCapacity, labels, size),
          ],
          well: (1 + limit.value) / 2,
          when: (value) => `${value} of a volume is left`,
          labels: exampleOf(own.volumeAvailable, volumes),
        },
      };
    },
  });
};
