import { withParticle } from '#ground/particle.js';
import type { Duration } from '#ground/duration.js';
import type { Limit } from '#promql/unit/limit.js';
import { type Alert, alert } from '#alerts/rule/alert.js';
import { above } from '#alerts/rule/condition.js';
import { type Subject, placeOf } from '#alerts/text/subject.js';
import { onMachine } from './commands.js';
import { type CpuMetrics, cpuBusy } from './cpu.js';
import { spending } from './spending.js';

export interface HostCpu {
  /** Share of their time that the CPUs of a host may be busy. */
  readonly busy: Limit<'ratio'>;
  /** Over how long it is averaged; 5 minutes by default. */
  readonly window?: Duration;
}

/** A host whose CPUs have next to no time left. */
export const hostCpuHigh = (
  subject: Subject,
  { cpu }: CpuMetrics,
  { busy, window = '5m' }: HostCpu,
): Alert<'instance', 'ratio'> => {
  const { podOrContainer, usage, machine } = placeOf(subject);
  const { name } = machine;
  const look = onMachine(machine, 'uptime', 'vmstat 1 5', 'ps aux --sort=-%cpu | head', usage(cpu));
  return alert('HostCpuHigh', {
    limit: busy,
    window,
    for: '10m',
    severity: 'warning',
    component: 'host',
    when: ({ limit, window }) => above(cpuBusy({ cpu }, window), limit),
    says: {
      ko: ({ value, limit, labels: { instance }, window }) => ({
        summary: `${subject.ko}: ${name.ko} ${instance}의 CPU를 ${value} 쓰고 있습니다`,
        description: `최근 ${window} 평균으로 ${name.ko} ${instance}의 모든 CPU 시간 가운데 ${value}를 쓰고 있습니다(기준 ${limit}). 디스크를 기다린 시간(iowait)은 세지 않고, 다른 가상 머신에 빼앗긴 시간(steal)은 셉니다. 어느 ${withParticle(podOrContainer.ko, '이/가')} 많이 쓰는지부터 확인하세요.`,
        meaning: `최근 ${window} 동안 ${subject.ko} ${name.ko}의 모든 CPU가 일한 시간의 비율이 ${withParticle(limit, '을/를')} 넘었습니다. 디스크를 기다린 시간(iowait)은 CPU가 쉰 시간이므로 세지 않고, 같은 물리 머신의 다른 가상 머신에 빼앗긴 시간(steal)은 쓸 수 없었던 시간이므로 셉니다.`,
        impact:
          'CPU가 모자라면 모든 요청이 조금씩 느려지고, 시간이 정해진 일(타임아웃, 헬스 체크)부터 실패합니다.',
        check: `무엇이 쓰는지 봅니다. \`vmstat\`의 st가 크면 이 ${withParticle(name.ko, '이/가')} 아니라 물리 머신이 붐비는 것이고, us가 크면 애플리케이션, sy가 크면 커널(네트워크, 디스크)입니다. ${look.ko}`,
        action: `요청이 늘었으면 인스턴스를 늘리거나 더 큰 머신으로 옮깁니다. 배포 뒤부터라면 되돌리고 원인을 찾습니다. 백업이나 배치 작업이라면 한가한 시간으로 옮깁니다. steal이 크면 제공자에게 알리거나 다른 머신으로 옮깁니다.`,
      }),
      en: ({ value, limit, labels: { instance }, window }) => ({
        summary: `${subject.en}: ${value} of the CPU of ${name.en} ${instance} is in use`,
        description: `Over the last ${window} all CPUs of ${name.en} ${instance} were busy for ${value} of their time (limit ${limit}): without waiting for disks (iowait), with what other virtual machines took away (steal). See first which ${podOrContainer.en} takes most.`,
        meaning: `Over the last ${window} all CPUs of a ${name.en} of ${subject.en} were busy for more than ${limit} of their time. Waiting for disks (iowait) is idle time and does not count; what other virtual machines on the same hardware took away (steal) could not be used and does.`,
        impact:
          'When CPU runs short every request gets a little slower, and what has a deadline fails first: timeouts, health checks.',
        check: `See what takes it. A large st of \`vmstat\` means that not this ${name.en} but the hardware under it is crowded; a large us is the application, a large sy the kernel (network, disks). ${look.en}`,
        action: `If there are more requests, add instances or take a larger machine. If it began with a deployment, roll back and find the cause. Move backups and batch jobs to quiet hours. If steal is large, tell the provider or move to another machine.`,
      }),
    },
    proof: (facts) => spending(cpu, facts),
  });
};
