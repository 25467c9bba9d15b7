import {
  type VolumeMetrics,
  type Volumes,
  ofVolumes,
  type volumeAlerts,
  volumeUsage,
} from '../alerts/volumes.js';
import type { Limit } from '../promql/unit/limit.js';
import { gauge } from './panel/gauge.js';

interface ShownVolumes extends Pick<Volumes, 'volumes'> {
  /** Where the gauge turns yellow, before the alert. */
  readonly early: Limit<'ratio'>;
}

/** How full certain volumes are. */
export const volumePanels = (
  metrics: VolumeMetrics,
  { volumes, early }: ShownVolumes,
  { volumeAlmostFull }: ReturnType<typeof volumeAlerts>,
) => ({
  usage: gauge('PVC Usage', {
    description: {
      ko: '볼륨마다 찬 비율입니다. kubelet이 재지 않는 볼륨(hostPath, k3s의 local-path)은 나타나지 않습니다.',
      en: 'How full each volume is. Volumes that the kubelet does not measure (hostPath, local-path of k3s) are missing.',
    },
    signal: volumeUsage(ofVolumes(metrics, volumes)),
    legend: ({ persistentvolumeclaim }) => persistentvolumeclaim,
    limits: { yellow: early, red: volumeAlmostFull },
  }),
});
