import type { Fault } from '#ground/fault.js';

/** How long Prometheus keeps what it has scraped, and how much of it at most. */
export interface Retention {
  readonly time: `${number}d`;
  readonly size: `${number}GB`;
}

/** The type lets more pass than Prometheus reads, which also takes a 0 for no limit at all. */
export const retentionFaults = ({ time, size }: Retention): readonly Fault[] => [
  ...(/^[1-9]\d*d$/.test(time)
    ? []
    : [
        {
          where: 'retention.time',
          what: time,
          code: 'no-whole-number' as const,
          why: `'${time}' is no number of days`,
          cure: 'write a whole one over 0, e.g. 30d',
        },
      ]),
  ...(/^[1-9]\d*GB$/.test(size)
    ? []
    : [
        {
          where: 'retention.size',
          what: size,
          code: 'no-whole-number' as const,
          why: `'${size}' is no size`,
          cure: 'write a whole number of GB over 0, e.g. 10GB',
        },
      ]),
];
