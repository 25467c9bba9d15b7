import { humanize } from '#promql/unit/humanize.js';
import { ratio } from '#promql/unit/limit.js';
import type { Facts } from '#alerts/rule/facts.js';
import { type Behaviour, grows } from '#alerts/scenario/behaviour.js';
import { boundaryOf } from '#alerts/scenario/boundary.js';
import { becoming } from '#alerts/scenario/course.js';
import { oneOf } from '#alerts/scenario/labels.js';
import type { Proof } from '#alerts/scenario/proof.js';
import type { CpuMetrics } from './cpu.js';

/** What proves that hosts are told of whose CPUs are busy for more than a share of their time. */
export const spending = (cpu: CpuMetrics['cpu'], { limit }: Facts<'ratio'>): Proof<'instance'> => {
  const host = oneOf(cpu, ['instance']);
  /** One CPU, idle but for a share of its time in a mode. */
  const spends = (share: number, mode: string, of = '0', labels = host): readonly Behaviour[] => [
    grows(cpu, { ...labels, cpu: of, mode }, share),
    grows(cpu, { ...labels, cpu: of, mode: 'idle' }, 1 - share),
  ];
  const { over } = boundaryOf(limit, '>');
  return {
    reading: {
      // One of two is busier than the other, in another mode.
      at: (share, labels) => {
        const apart = Math.min(share, 1 - share) / 2;
        return [
          ...spends(share + apart, 'user', '0', labels),
          ...spends(share - apart, 'system', '1', labels),
        ];
      },
      well: limit.value / 2,
      when: (value) => `two CPUs together are busy for ${value}`,
      labels: host,
    },
    fires: [
      {
        when: `other machines take ${humanize(ratio(over))} away`,
        series: becoming(spends(limit.value / 2, 'steal'), spends(over, 'steal')),
        labels: host,
        value: humanize(ratio(over)),
      },
    ],
    quiet: [
      { when: 'the CPU waits for a disk all the time', series: spends(1, 'iowait') },
      {
        when: 'one CPU of two is busy, and both together are not',
        series: [...spends(Math.min(1, 1.9 * limit.value), 'user'), ...spends(0, 'user', '1')],
      },
      {
        when: 'the machine stands still',
        series: ['user', 'idle'].map((mode) => grows(cpu, { ...host, cpu: '0', mode }, 0)),
      },
    ],
  };
};
