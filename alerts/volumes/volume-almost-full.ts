import { humanize } from '../../promql/unit/humanize.js';
import { type Limit, gibibytes } from '../../promql/unit/limit.js';
import { aroundRatio } from '../scenario/boundary.js';
import type { Kubernetes } from '../place/kubernetes.js';
import { alert } from '../rule/alert.js';
import { holds } from '../scenario/behaviour.js';
import { above } from '../rule/condition.js';
import type { Subject } from '../text/subject.js';
import { spaceCommands } from './commands.js';
import { type VolumeMetrics, example, volumeUsage } from './signals.js';

/** A volume of which too much is used. */
export const volumeAlmostFull = (
  subject: Subject<Kubernetes>,
  own: VolumeMetrics,
  volume: string,
  limit: Limit<'ratio'>,
) => {
  const { volumeUsed, volumeCapacity } = own;
  const { over, under } = aroundRatio(limit);
  const labels = example(volumeUsed, volume);
  const size = gibibytes(20).value;
  const holding = (share: number, of = labels) =>
    holds(volumeUsed, of, { was: 0.1 * size, becomes: share * size });
  const sized = holds(volumeCapacity, labels, size);
  return alert('VolumeAlmostFull', {
    when: above(volumeUsage(own), limit),
    for: '5m',
    severity: 'warning',
    texts: ({ value, limit, labels: { persistentvolumeclaim } }) => ({
      ko: {
        summary: `${subject.ko}: 볼륨 ${persistentvolumeclaim} 사용률이 ${value}입니다`,
        description: `볼륨 ${persistentvolumeclaim}의 ${value}가 찼습니다(기준 ${limit}). 다 차면 쓰기가 실패합니다. 무엇이 공간을 차지하는지 파드 안에서 \`df\`와 \`du\`로 먼저 확인하세요.`,
      },
      en: {
        summary: `${subject.en}: volume ${persistentvolumeclaim} is ${value} full`,
        description: `Of volume ${persistentvolumeclaim} ${value} is used (limit ${limit}). Once it is full, writing fails. See first what takes the space, with \`df\` and \`du\` inside the pod.`,
      },
    }),
    runbook: {
      ko: {
        meaning: `${subject.ko}의 볼륨이 ${humanize(limit)} 넘게 찼습니다.`,
        impact: '볼륨이 다 차면 파일을 쓸 수 없고, 데이터베이스라면 멈춥니다.',
        check: `볼륨을 쓰는 파드를 찾아 그 안에서 무엇이 공간을 차지하는지 봅니다. hostPath 볼륨(k3s의 local-path 포함)은 kubelet이 사용량을 재지 않아 이 알림이 발생하지 않습니다. 그런 볼륨은 노드에서 \`df\`로 확인합니다.\n\n${spaceCommands(volumeUsed)}`,
        action:
          '오래된 파일을 지우거나 옮깁니다. 스토리지 클래스가 확장을 지원하면(`allowVolumeExpansion`) PVC의 요청 크기를 늘립니다. 데이터베이스 파일은 직접 지우지 않습니다.',
      },
      en: {
        meaning: `More than ${humanize(limit)} of a volume of ${subject.en} is used.`,
        impact: 'Once the volume is full no file can be written; a database stops.',
        check: `Find the pod that uses the volume, and see inside what takes the space. The kubelet does not measure hostPath volumes (local-path of k3s among them), so this alert never fires for them: look with \`df\` on the node.\n\n${spaceCommands(volumeUsed)}`,
        action:
          "Delete old files or move them away. If the storage class can expand volumes (`allowVolumeExpansion`), raise the claim's request. Never delete files of a database by hand.",
      },
    },
    proof: {
      fires: [
        {
          when: `a volume is ${humanize(over)} full`,
          series: [holding(over.value), sized],
          labels,
          value: humanize(over),
        },
      ],
      quiet: [
        { when: `a volume is ${humanize(under)} full`, series: [holding(under.value), sized] },
        { when: 'the capacity is 0', series: [holding(over.value), holds(volumeCapacity, labels, 0)] },
        { when: 'the capacity is not exported', series: [holding(over.value)] },
        {
          when: 'a volume of somebody else is full',
          series: [
            holding(1, { ...labels, persistentvolumeclaim: 'somebody-else' }),
            holds(volumeCapacity, { ...labels, persistentvolumeclaim: 'somebody-else' }, size),
          ],
        },
        { when: 'nothing is exported, as of hostPath volumes', series: [] },
      ],
    },
  });
};
