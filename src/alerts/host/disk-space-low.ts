import { withParticle } from '#ground/particle.js';
import { type Limit, gibibytes } from '#promql/unit/limit.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { below } from '#alerts/rule/condition.js';
import { holds } from '#alerts/scenario/behaviour.js';
import { oneOf } from '#alerts/scenario/labels.js';
import { filledIn } from '#alerts/text/command.js';
import { type Subject, placeOf } from '#alerts/text/subject.js';
import { onMachine } from './commands.js';
import { type DiskMetrics, diskSpaceLeft } from './file-systems.js';

export interface HostDisk {
  /** Share of each disk that must be left. */
  readonly left: Limit<'ratio'>;
}

/** A disk of a host on which next to nothing is left. */
export const hostDiskSpaceLow = (
  subject: Subject,
  metrics: DiskMetrics,
  { left }: HostDisk,
): Alert<'instance' | 'device', 'ratio'> => {
  const { podOrContainer, machine } = placeOf(subject);
  const { name, logs, unused, prune, kept } = machine;
  const look = onMachine(
    machine,
    'df -h',
    filledIn('MOUNTED', 'the path in Mounted on of the device that the alert names'),
    'sudo du -xh -d 2 "$MOUNTED" | sort -h | tail -n 20',
    'journalctl --disk-usage',
  );
  return alert('HostDiskSpaceLow', {
    limit: left,
    for: '5m',
    severity: 'critical',
    component: 'host',
    when: ({ limit }) => below(diskSpaceLeft(metrics), limit),
    says: {
      ko: ({ value, limit, labels: { instance, device } }) => ({
        summary: `${subject.ko}: ${name.ko} ${instance}의 디스크 ${device}에 ${value}만 남았습니다`,
        description: `${name.ko} ${instance}의 파일 시스템 ${device}에 남은 공간이 ${value}뿐입니다(기준 ${limit}). 다 차면 로그도 데이터베이스도 쓰지 못합니다. ${name.ko}에서 \`df -h\`로 어디에 마운트되어 있는지, \`du\`로 무엇이 공간을 차지하는지 먼저 확인하세요.`,
        meaning: `${subject.ko} ${name.ko}의 파일 시스템 가운데 남은 공간이 ${limit}보다 적은 것이 있습니다. tmpfs, overlay, 이미지(squashfs, iso9660)는 세지 않고, 여러 곳에 마운트된 장치는 한 번만 알립니다.`,
        impact: `디스크가 다 차면 파일을 쓸 수 없습니다. 데이터베이스는 멈추고, ${withParticle(podOrContainer.ko, '은/는')} 새로 뜨지 못하며, Prometheus도 지표를 저장하지 못합니다.`,
        check: `큰 폴더부터 찾습니다. 흔히 순환(logrotate)되지 않는 로그(\`/var/log\`, \`${logs}\`), ${unused.ko}, 쌓인 백업과 데이터베이스의 로그(WAL)가 차지합니다. \`du\`의 합이 \`df\`보다 훨씬 작으면 지웠지만 아직 열려 있는 파일입니다(\`sudo lsof +L1\`). ${look.ko}`,
        action: `오래된 로그를 줄이고(\`journalctl --vacuum-size=500M\`), 쓰지 않는 이미지를 지우고(\`${prune}\`), 오래된 백업을 다른 곳으로 옮깁니다. ${kept.ko} 데이터베이스 파일은 직접 지우지 않습니다. 계속 늘어나는 데이터라면 디스크를 키웁니다.`,
      }),
      en: ({ value, limit, labels: { instance, device } }) => ({
        summary: `${subject.en}: only ${value} of disk ${device} of ${name.en} ${instance} is left`,
        description: `Only ${value} of the file system ${device} of ${name.en} ${instance} is left (limit ${limit}). Once it is full neither logs nor databases can be written. See first on the ${name.en} with \`df -h\` where it is mounted, and with \`du\` what takes the space.`,
        meaning: `Of the file systems of a ${name.en} of ${subject.en} there is one of which less than ${limit} is left. tmpfs, overlay and images (squashfs, iso9660) do not count, and a device that is mounted at several places is told of once.`,
        impact: `Once the disk is full no file can be written. A database stops, no ${podOrContainer.en} starts, and Prometheus stores nothing any more.`,
        check: `Find the big folders. It is often logs that nobody rotates (\`/var/log\`, \`${logs}\`), ${unused.en}, backups, and a database's log (WAL) that piles up. Where \`du\` adds up to much less than \`df\` says, files were deleted that are still open (\`sudo lsof +L1\`). ${look.en}`,
        action: `Shorten old logs (\`journalctl --vacuum-size=500M\`), remove images that nobody uses (\`${prune}\`), move old backups elsewhere. ${kept.en} Never delete files of a database by hand. If there is simply more to keep, make the disk larger.`,
      }),
    },
    proof: ({ limit }) => {
      const size = gibibytes(40).value;
      return {
        reading: {
          // Mounted twice, which is told once: where less is left.
          at: (share, labels) =>
            [
              { mountpoint: '/', left: share },
              { mountpoint: '/srv', left: (1 + share) / 2 },
            ].flatMap(({ mountpoint, left }) => [
              holds(metrics.fileSystemAvailable, { ...labels, mountpoint, fstype: 'ext4' }, left * size),
              holds(metrics.fileSystemSize, { ...labels, mountpoint, fstype: 'ext4' }, size),
            ]),
          well: (1 + limit.value) / 2,
          when: (value) => `${value} of a disk is left`,
          labels: oneOf(metrics.fileSystemSize, ['instance', 'device']),
        },
      };
    },
  });
};
