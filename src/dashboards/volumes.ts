import {
  type VolumeLabel,
  type VolumeMetrics,
  type VolumeNames,
  ofVolumes,
  volumeUsage,
} from '#alerts/volumes/claims.js';
import type { Alert } from '#alerts/rule/alert.js';
import { given } from './limits.js';
import { gauge } from './panel/gauge.js';

/** Which volumes are shown, and by what. */
export interface ShownVolumes {
  /** Names of the PersistentVolumeClaims that are shown. */
  readonly volumes: VolumeNames;
}

/** How full certain volumes are. */
export const volumePanels = (
  { volumeUsed, volumeCapacity }: VolumeMetrics,
  { volumes }: ShownVolumes,
  { volumeAlmostFull }: { readonly volumeAlmostFull?: Alert<VolumeLabel, 'ratio'> },
) => ({
  usage: gauge('PVC Usage', {
    description: {
      ko: '볼륨마다 찬 비율입니다. kubelet이 재지 않는 볼륨(hostPath, k3s의 local-path)은 나타나지 않습니다.',
      en: 'How full each volume is. Volumes that the kubelet does not measure (hostPath, local-path of k3s) are missing.',
    },
    signal: volumeUsage(ofVolumes({ volumeUsed, volumeCapacity }, volumes)),
    legend: ({ persistentvolumeclaim }) => persistentvolumeclaim,
    limits: given(volumeAlmostFull),
  }),
});
