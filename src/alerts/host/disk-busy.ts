import { withParticle } from '#ground/particle.js';
import type { Duration } from '#ground/duration.js';
import type { Limit } from '#promql/unit/limit.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { above } from '#alerts/rule/condition.js';
import { grows } from '#alerts/scenario/behaviour.js';
import { oneOf } from '#alerts/scenario/labels.js';
import { type Subject, placeOf } from '#alerts/text/subject.js';
import { onMachine } from './commands.js';
import { type IoMetrics, diskOperations, partsOfDisks } from './disks.js';

export interface HostIo {
  /** Reads and writes together that a disk may complete, a second. */
  readonly operations: Limit<'perSecond'>;
  /** Over how long it is averaged; 5 minutes by default. */
  readonly window?: Duration;
}

/** A disk of a host that has much to do. */
export const hostDiskBusy = (
  subject: Subject,
  metrics: IoMetrics,
  { operations, window = '5m' }: HostIo,
): Alert<'instance' | 'device', 'perSecond'> => {
  const { podOrContainer, usage, machine } = placeOf(subject);
  const { name } = machine;
  const look = onMachine(machine, 'iostat -dx 1 5', 'sudo pidstat -d 1 5', usage(metrics.diskReads));
  return alert('HostDiskBusy', {
    limit: operations,
    window,
    for: '10m',
    severity: 'warning',
    component: 'host',
    when: ({ limit, window }) => above(diskOperations(metrics, window), limit),
    says: {
      ko: ({ value, limit, labels: { instance, device }, window }) => ({
        summary: `${subject.ko}: ${name.ko} ${instance}의 디스크 ${device}에 읽기와 쓰기가 몰립니다(${value})`,
        description: `최근 ${window} 평균으로 ${name.ko} ${instance}의 디스크 ${device}에서 끝난 읽기와 쓰기의 합이 ${value}입니다(기준 ${limit}). 디스크의 한계에 닿으면 데이터베이스처럼 디스크를 많이 쓰는 것부터 느려집니다. 어느 프로세스나 ${withParticle(podOrContainer.ko, '이/가')} 읽고 쓰는지부터 확인하세요.`,
        meaning: `최근 ${window} 동안 ${subject.ko} ${name.ko}의 한 디스크에서 끝난 읽기와 쓰기(IOPS)가 ${withParticle(limit, '을/를')} 넘었습니다. 디스크마다 따로 세며, 파티션과 LVM·암호화·RAID 장치는 그 아래 디스크와 겹치므로 세지 않습니다.`,
        impact:
          '디스크가 낼 수 있는 IOPS(클라우드라면 빌린 디스크의 한도)에 닿으면 읽기와 쓰기가 줄을 서고, 데이터베이스 쿼리와 로그 쓰기가 느려집니다.',
        check: `\`iostat\`에서 r_await와 w_await가 평소보다 길면 이미 줄을 서는 것이고, %util만 높다면 아직 괜찮습니다. ${look.ko}`,
        action:
          '인덱스가 없어 테이블을 통째로 읽는 쿼리, 큰 배치나 백업, 스왑(`free -m`)을 먼저 의심합니다. 배치는 한가한 시간으로 옮기고, 늘 이만큼 필요하다면 더 빠른 디스크로 바꾸거나 메모리(캐시)를 늘립니다.',
      }),
      en: ({ value, limit, labels: { instance, device }, window }) => ({
        summary: `${subject.en}: disk ${device} of ${name.en} ${instance} completes ${value} reads and writes`,
        description: `Over the last ${window} disk ${device} of ${name.en} ${instance} completed ${value} reads and writes together (limit ${limit}). At the disk's own limit what uses it most, such as a database, is the first to slow down. See first which process or ${podOrContainer.en} reads and writes.`,
        meaning: `Over the last ${window} one disk of a ${name.en} of ${subject.en} completed more than ${limit} reads and writes (IOPS). Each disk counts by itself; partitions and devices of LVM, encryption and RAID are left out, for the disks below do their work.`,
        impact:
          'At the IOPS that the disk can do (in a cloud, what the rented one may) reads and writes queue up, and database queries and logging slow down.',
        check: `Where r_await and w_await of \`iostat\` are longer than usual, there is a queue already; where only %util is high, all is still well. ${look.en}`,
        action:
          'Suspect queries that read whole tables for want of an index, big batches or backups, and swapping (`free -m`). Move batches to quiet hours. If this much is always needed, take a faster disk, or more memory for caches.',
      }),
    },
    proof: ({ limit }) => {
      const { diskReads, diskWrites } = metrics;
      const disk = oneOf(diskReads, ['instance', 'device']);
      // Neither the reads nor the writes are too many.
      const completes = (value: number, labels: Readonly<Record<'instance' | 'device', string>>) => [
        grows(diskReads, labels, value * 0.6),
        grows(diskWrites, labels, value * 0.4),
      ];
      return {
        reading: {
          at: completes,
          well: limit.value / 10,
          when: (value) => `${value} are completed`,
          labels: disk,
          others: [{ ...disk, device: 'nvme0n1' }],
        },
        quiet: partsOfDisks.map((device) => ({
          when: `${device}, which is no disk of its own, completes ten times as many`,
          series: completes(limit.value * 10, { ...disk, device }),
        })),
      };
    },
  });
};
