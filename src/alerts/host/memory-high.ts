import { withParticle } from '#ground/particle.js';
import { type Limit, gibibytes } from '#promql/unit/limit.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { above } from '#alerts/rule/condition.js';
import { holds } from '#alerts/scenario/behaviour.js';
import { oneOf } from '#alerts/scenario/labels.js';
import { type Subject, placeOf } from '#alerts/text/subject.js';
import { onMachine } from './commands.js';
import { type MemoryMetrics, memoryUsed } from './memory.js';

export interface HostMemory {
  /** Share of the memory of a host that may be used. */
  readonly used: Limit<'ratio'>;
}

/** A host that is about to swap, or to kill what runs on it. */
export const hostMemoryHigh = (
  subject: Subject,
  metrics: MemoryMetrics,
  { used }: HostMemory,
): Alert<'instance', 'ratio'> => {
  const { podOrContainer, usage, machine } = placeOf(subject);
  const { name } = machine;
  const look = onMachine(
    machine,
    'free -m',
    'ps aux --sort=-%mem | head',
    usage(metrics.memoryTotal),
    `sudo dmesg -T | grep -i 'out of memory'`,
  );
  return alert('HostMemoryHigh', {
    limit: used,
    for: '5m',
    severity: 'warning',
    component: 'host',
    when: ({ limit }) => above(memoryUsed(metrics), limit),
    says: {
      ko: ({ value, limit, labels: { instance } }) => ({
        summary: `${subject.ko}: ${name.ko} ${instance}의 메모리를 ${value} 쓰고 있습니다`,
        description: `${name.ko} ${instance}의 메모리 가운데 ${value}를 쓰고 있습니다(기준 ${limit}). 페이지 캐시처럼 되찾을 수 있는 것은 뺀 값이라, 더 오르면 스왑으로 느려지거나 커널이 프로세스를 죽입니다(OOM). 어느 ${withParticle(podOrContainer.ko, '이/가')} 많이 쓰는지부터 확인하세요.`,
        meaning: `${subject.ko} ${name.ko}의 메모리 가운데 ${withParticle(limit, '을/를')} 넘게 쓰고 있습니다. 스왑 없이 내줄 수 있는 양(MemAvailable)을 뺀 값이므로, 커널의 캐시는 쓰는 것으로 치지 않습니다.`,
        impact:
          '메모리가 모자라면 스왑으로 모든 것이 느려지고, 그래도 모자라면 커널이 가장 많이 쓰는 프로세스를 죽입니다. 흔히 데이터베이스입니다.',
        check: `무엇이 얼마나 쓰는지, 이미 죽은 것이 있는지 봅니다. ${look.ko}`,
        action: `한 ${withParticle(podOrContainer.ko, '이/가')} 계속 늘어난다면 누수이니 급한 대로 재시작하고 원인을 찾습니다. 메모리 한도가 없는 것에는 한도를 둡니다. 모두 제 몫만큼 쓰고 있다면 메모리를 늘리거나 일부를 다른 ${withParticle(name.ko, '으로/로')} 옮깁니다.`,
      }),
      en: ({ value, limit, labels: { instance } }) => ({
        summary: `${subject.en}: ${value} of the memory of ${name.en} ${instance} is in use`,
        description: `The ${name.en} ${instance} has ${value} of its memory in use (limit ${limit}), not counting what can be taken back, such as the page cache. Any more, and it slows down by swapping, or the kernel kills processes (OOM). See first which ${podOrContainer.en} takes most.`,
        meaning: `Of the memory of a ${name.en} of ${subject.en} more than ${limit} is in use. What can be had without swapping (MemAvailable) is left out, so the kernel's caches do not count.`,
        impact:
          'When memory runs short everything slows down by swapping, and then the kernel kills the process that has most: often the database.',
        check: `See what takes how much, and whether something was killed already. ${look.en}`,
        action: `If one ${podOrContainer.en} grows and grows it leaks: restart it for now, and find the cause. Give a memory limit to what has none. If each takes its fair share, add memory or move something to another ${name.en}.`,
      }),
    },
    proof: ({ limit }) => {
      const size = gibibytes(8).value;
      return {
        reading: {
          at: (share, labels) => [
            holds(metrics.memoryAvailable, labels, (1 - share) * size),
            holds(metrics.memoryTotal, labels, size),
          ],
          well: limit.value / 2,
          when: (value) => `${value} is in use`,
          labels: oneOf(metrics.memoryTotal, ['instance']),
        },
      };
    },
  });
};
