import {
  type SpaceMetrics,
  type VolumeLabel,
  type VolumeMetrics,
  type VolumeNames,
  ofVolumes,
  timeUntilFull,
  volumeUsage,
} from '#alerts/volumes/claims.js';
import type { Alert } from '#alerts/rule/alert.js';
import { given } from './limits.js';
import { gauge } from './panel/gauge.js';
import { stat } from './panel/stat.js';
import { timeseries } from './panel/timeseries.js';

/** Which volumes are shown, and by what. */
export interface ShownVolumes {
  /** Names of the PersistentVolumeClaims that are shown. */
  readonly volumes: VolumeNames;
}

const unmeasured = {
  ko: 'kubelet이 재지 않는 볼륨(hostPath, k3s의 local-path)은 나타나지 않습니다.',
  en: 'Volumes that the kubelet does not measure (hostPath, local-path of k3s) are missing.',
};

/** How full certain volumes are, and when they will be. */
export const volumePanels = (
  { volumeUsed, volumeCapacity, volumeAvailable }: VolumeMetrics & SpaceMetrics,
  { volumes }: ShownVolumes,
  { volumeAlmostFull }: { readonly volumeAlmostFull?: Alert<VolumeLabel, 'ratio'> },
) => {
  const own = ofVolumes({ volumeUsed, volumeCapacity, volumeAvailable }, volumes);
  const legend = ({ persistentvolumeclaim }: Readonly<Record<VolumeLabel, string>>): string =>
    persistentvolumeclaim;
  const limits = given(volumeAlmostFull);
  return {
    usage: gauge('PVC Usage', {
      description: {
        ko: `볼륨마다 찬 비율입니다. ${unmeasured.ko}`,
        en: `How full each volume is. ${unmeasured.en}`,
      },
      signal: volumeUsage(own),
      legend,
      limits,
    }),
    usageOverTime: timeseries('PVC Usage Over Time', {
      description: {
        ko: `볼륨마다 찬 비율이 어떻게 늘었는지입니다. 배포 뒤에 기울기가 가팔라졌다면 그 배포가 더 많이 쓰는 것입니다. ${unmeasured.ko}`,
        en: `How full each volume was. Where it grows faster since a deployment, that deployment writes more. ${unmeasured.en}`,
      },
      signal: volumeUsage(own),
      legend,
      limits,
    }),
    untilFull: stat('Time until Volumes Are Full', {
      description: {
        ko: `최근 하루 동안 늘어난 속도로 계속 차면 볼륨이 다 찰 때까지 남은 시간입니다. 늘지 않는 볼륨은 나타나지 않습니다. ${unmeasured.ko}`,
        en: `How long until each volume is full, if it goes on as over the last day. A volume that does not grow is missing. ${unmeasured.en}`,
      },
      signal: timeUntilFull(own, '1d'),
      legend,
      decimals: 0,
      noValue: '–',
      width: 12,
    }),
  };
};
