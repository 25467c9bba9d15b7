import type { Duration } from '../../ground/duration.js';
import { heldAgainst, humanize } from '../../promql/unit/humanize.js';
import { type Limit, perSecond } from '../../promql/unit/limit.js';
import { oneOf } from '../grouped.js';
import { spoken } from '../../ground/spoken.js';
import { alert } from '../rule/alert.js';
import { grows } from '../rule/behaviour.js';
import { above } from '../rule/condition.js';
import type { Proof } from '../rule/proof.js';
import { amongStrangers } from '../stranger.js';
import { type Subject, placeOf } from '../subject.js';
import { onMachine } from './commands.js';
import { type IoMetrics, diskOperations, noDisk } from './disks.js';

const window: Duration = '5m';
const past = spoken(window);

/** A disk of a host that has much to do. */
export const hostDiskBusy = (subject: Subject, metrics: IoMetrics, limit: Limit<'perSecond'>) => {
  const { part, usage, machine } = placeOf(subject);
  const { name } = machine;
  const look = onMachine(machine, 'iostat -dx 1 5', 'sudo pidstat -d 1 5', usage(metrics.diskReads));
  return alert('HostDiskBusy', {
    when: above(diskOperations(metrics, window), limit),
    for: '10m',
    severity: 'warning',
    component: 'host',
    texts: ({ value, limit, labels: { instance, device } }) => ({
      ko: {
        summary: `${subject.ko}: ${name.ko} ${instance}의 디스크 ${device}에 읽기와 쓰기가 몰립니다(${value})`,
        description: `최근 ${past.ko} 평균으로 ${name.ko} ${instance}의 디스크 ${device}에서 끝난 읽기와 쓰기의 합이 ${value}입니다(기준 ${limit}). 디스크의 한계에 닿으면 데이터베이스부터 느려집니다. 어느 프로세스나 ${part.ko}가 읽고 쓰는지부터 확인하세요.`,
      },
      en: {
        summary: `${subject.en}: disk ${device} of ${name.en} ${instance} completes ${value} reads and writes`,
        description: `Over the last ${past.en} disk ${device} of ${name.en} ${instance} completed ${value} reads and writes together (limit ${limit}). At the disk's own limit the database is the first to slow down. See first which process or ${part.en} reads and writes.`,
      },
    }),
    runbook: {
      ko: {
        meaning: `최근 ${past.ko} 동안 ${subject.ko} ${name.ko}의 한 디스크에서 끝난 읽기와 쓰기(IOPS)가 ${humanize(limit)}를 넘었습니다. 디스크마다 따로 세며, 파티션과 LVM·암호화·RAID 장치는 그 아래 디스크와 겹치므로 세지 않습니다.`,
        impact:
          '디스크가 낼 수 있는 IOPS(클라우드라면 빌린 디스크의 한도)에 닿으면 읽기와 쓰기가 줄을 서고, 데이터베이스 쿼리와 로그 쓰기가 느려집니다.',
        check: `\`iostat\`에서 r_await와 w_await가 평소보다 길면 이미 줄을 서는 것이고, %util만 높다면 아직 괜찮습니다. ${look.ko}`,
        action:
          '인덱스가 없어 테이블을 통째로 읽는 쿼리, 큰 배치나 백업, 스왑(`free -m`)을 먼저 의심합니다. 배치는 한가한 시간으로 옮기고, 늘 이만큼 필요하다면 더 빠른 디스크로 바꾸거나 메모리(캐시)를 늘립니다.',
      },
      en: {
        meaning: `Over the last ${past.en} one disk of a ${name.en} of ${subject.en} completed more than ${humanize(limit)} reads and writes (IOPS). Each disk counts by itself; partitions and devices of LVM, encryption and RAID are left out, for the disks below do their work.`,
        impact:
          'At the IOPS that the disk can do (in a cloud, what the rented one may) reads and writes queue up, and database queries and logging slow down.',
        check: `Where r_await and w_await of \`iostat\` are longer than usual, there is a queue already; where only %util is high, all is still well. ${look.en}`,
        action:
          'Suspect queries that read whole tables for want of an index, big batches or backups, and swapping (`free -m`). Move batches to quiet hours. If this much is always needed, take a faster disk, or more memory for caches.',
      },
    },
    proof: proof(metrics, limit),
  });
};

const proof = (
  { diskReads, diskWrites }: IoMetrics,
  { value: limit }: Limit<'perSecond'>,
): Proof<'instance' | 'device'> => {
  const labels = { ...oneOf(diskReads, ['instance']), device: 'sda' };
  const [over, under] = [perSecond(limit * 1.002), perSecond(limit * 0.998)];
  // Neither the reads nor the writes are too many.
  const completes = ({ value }: Limit<'perSecond'>, of = labels) =>
    [
      grows(diskReads, of, { was: limit * 0.1, becomes: value * 0.6 }),
      grows(diskWrites, of, { was: limit * 0.1, becomes: value * 0.4 }),
    ] as const;
  const many = perSecond(limit * 10);
  const [reads, writes] = completes(many);
  const says = { labels, value: heldAgainst(perSecond(limit), over) };
  return {
    fires: [
      { when: `${humanize(over)} are completed`, series: completes(over), ...says },
      {
        when: `${humanize(over)} are completed, and fewer on another disk`,
        series: [...completes(over), ...completes(under, { ...labels, device: 'nvme0n1' })],
        ...says,
      },
    ],
    quiet: [
      { when: `${humanize(under)} are completed`, series: completes(under) },
      { when: 'ten times as many are completed for three minutes', series: completes(many), lasts: '3m' },
      {
        when: 'two disks complete that many together',
        series: [...completes(under), ...completes(under, { ...labels, device: 'sdb' })],
      },
      ...['sda1', 'nvme0n1p2', 'loop0', noDisk].map((device) => ({
        when: `${device}, which is no disk of its own, completes ten times as many`,
        series: completes(many, { ...labels, device }),
      })),
      { when: 'only reads are exported', series: [reads] },
      { when: 'only writes are exported', series: [writes] },
      { when: 'nothing is exported', series: [] },
      ...amongStrangers(diskReads, (theirs) => ({
        when: "it is somebody else's disk",
        series: completes(many).map(theirs),
      })),
    ],
  };
};
