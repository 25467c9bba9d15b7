import { humanize } from '../../promql/unit/humanize.js';
import { type Limit, gibibytes, ratio } from '../../promql/unit/limit.js';
import { aroundRatio } from '../scenario/boundary.js';
import { filledIn } from '../text/command.js';
import { oneOf, withLabels } from '../text/grouped.js';
import { alert } from '../rule/alert.js';
import { holds } from '../scenario/behaviour.js';
import { below } from '../rule/condition.js';
import type { Proof } from '../scenario/scenario.js';
import { amongStrangers } from '../scenario/stranger.js';
import { type Subject, placeOf } from '../text/subject.js';
import { onMachine } from './commands.js';
import { type DiskMetrics, diskSpaceLeft, noDisk } from './file-systems.js';

/** A disk of a host on which next to nothing is left. */
export const hostDiskSpaceLow = (subject: Subject, metrics: DiskMetrics, limit: Limit<'ratio'>) => {
  const { part, machine } = placeOf(subject);
  const { name, logs, unused, prune, kept } = machine;
  const look = onMachine(
    machine,
    'df -h',
    filledIn('MOUNTED', 'the path in Mounted on of the device that the alert names'),
    'sudo du -xh -d 2 "$MOUNTED" | sort -h | tail -n 20',
    'journalctl --disk-usage',
  );
  return alert('HostDiskSpaceLow', {
    when: below(diskSpaceLeft(metrics), limit),
    for: '5m',
    severity: 'critical',
    component: 'host',
    texts: ({ value, limit, labels: { instance, device } }) => ({
      ko: {
        summary: `${subject.ko}: ${name.ko} ${instance}의 디스크 ${device}에 ${value}만 남았습니다`,
        description: `${name.ko} ${instance}의 파일 시스템 ${device}에 남은 공간이 ${value}뿐입니다(기준 ${limit}). 다 차면 로그도 데이터베이스도 쓰지 못합니다. ${name.ko}에서 \`df -h\`로 어디에 마운트되어 있는지, \`du\`로 무엇이 공간을 차지하는지 먼저 확인하세요.`,
      },
      en: {
        summary: `${subject.en}: only ${value} of disk ${device} of ${name.en} ${instance} is left`,
        description: `Only ${value} of the file system ${device} of ${name.en} ${instance} is left (limit ${limit}). Once it is full neither logs nor databases can be written. See first on the ${name.en} with \`df -h\` where it is mounted, and with \`du\` what takes the space.`,
      },
    }),
    runbook: {
      ko: {
        meaning: `${subject.ko} ${name.ko}의 파일 시스템 가운데 남은 공간이 ${humanize(limit)}보다 적은 것이 있습니다. tmpfs, overlay, 이미지(squashfs, iso9660)는 세지 않고, 여러 곳에 마운트된 장치는 한 번만 알립니다.`,
        impact: `디스크가 다 차면 파일을 쓸 수 없습니다. PostgreSQL은 WAL을 쓰지 못하면 멈추고, ${part.ko}는 새로 뜨지 못하며, Prometheus도 지표를 저장하지 못합니다.`,
        check: `큰 폴더부터 찾습니다. 흔히 순환(logrotate)되지 않는 로그(\`/var/log\`, \`${logs}\`), ${unused.ko}, 쌓인 백업과 WAL이 차지합니다. \`du\`의 합이 \`df\`보다 훨씬 작으면 지웠지만 아직 열려 있는 파일입니다(\`sudo lsof +L1\`). ${look.ko}`,
        action: `오래된 로그를 줄이고(\`journalctl --vacuum-size=500M\`), 쓰지 않는 이미지를 지우고(\`${prune}\`), 오래된 백업을 다른 곳으로 옮깁니다. ${kept.ko} 데이터베이스 파일은 직접 지우지 않습니다. 계속 늘어나는 데이터라면 디스크를 키웁니다.`,
      },
      en: {
        meaning: `Of the file systems of a ${name.en} of ${subject.en} there is one of which less than ${humanize(limit)} is left. tmpfs, overlay and images (squashfs, iso9660) do not count, and a device that is mounted at several places is told of once.`,
        impact: `Once the disk is full no file can be written. PostgreSQL stops when it cannot write its WAL, no ${part.en} starts, and Prometheus stores nothing any more.`,
        check: `Find the big folders. It is often logs that nobody rotates (\`/var/log\`, \`${logs}\`), ${unused.en}, backups and WAL that pile up. Where \`du\` adds up to much less than \`df\` says, files were deleted that are still open (\`sudo lsof +L1\`). ${look.en}`,
        action: `Shorten old logs (\`journalctl --vacuum-size=500M\`), remove images that nobody uses (\`${prune}\`), move old backups elsewhere. ${kept.en} Never delete files of a database by hand. If there is simply more to keep, make the disk larger.`,
      },
    },
    proof: proof(metrics, limit),
  });
};

const proof = (
  { fileSystemAvailable, fileSystemSize }: DiskMetrics,
  limit: Limit<'ratio'>,
): Proof<'instance' | 'device'> => {
  const { over, under } = aroundRatio(limit);
  const labels = oneOf(fileSystemSize, ['instance', 'device']);
  const size = gibibytes(40).value;
  const mounted = { ...labels, mountpoint: '/', fstype: 'ext4' };
  const leaves = (share: number, of = mounted) =>
    holds(fileSystemAvailable, of, { was: ((1 + limit.value) / 2) * size, becomes: share * size });
  const sized = (bytes: number, of = mounted) => holds(fileSystemSize, of, bytes);
  const bound = { ...mounted, mountpoint: '/srv' };
  const memory = { ...mounted, fstype: noDisk };
  return {
    fires: [
      {
        when: `${humanize(under)} of a disk is left`,
        series: [leaves(under.value), sized(size)],
        labels,
        value: humanize(under),
      },
      { when: 'nothing is left', series: [leaves(0), sized(size)], labels, value: humanize(ratio(0)) },
      {
        when: `${humanize(under)} of a disk is left that is mounted twice, which is told once`,
        series: [leaves(under.value), sized(size), leaves(under.value, bound), sized(size, bound)],
        labels,
        value: humanize(under),
      },
      {
        when: 'a disk is full beside one with room',
        series: [
          leaves(0),
          sized(size),
          withLabels({ device: 'another' })(leaves(over.value)),
          withLabels({ device: 'another' })(sized(size)),
        ],
        labels,
        value: humanize(ratio(0)),
      },
    ],
    quiet: [
      { when: `${humanize(over)} of a disk is left`, series: [leaves(over.value), sized(size)] },
      { when: `a ${noDisk} is full`, series: [leaves(0, memory), sized(size, memory)] },
      { when: 'the size is 0', series: [leaves(0), sized(0)] },
      { when: 'the size is not exported', series: [leaves(0)] },
      {
        when: 'only another host tells its size',
        series: [leaves(0), withLabels({ instance: 'another' })(sized(size))],
      },
      { when: 'what is left is not exported', series: [sized(size)] },
      { when: 'nothing is exported', series: [] },
      ...amongStrangers(fileSystemSize, (theirs) => ({
        when: 'a disk of somebody else is full',
        series: [leaves(0), sized(size)].map(theirs),
      })),
    ],
  };
};
