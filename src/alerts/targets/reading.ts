import type { Reading } from '#alerts/scenario/reading.js';
import { holds } from '#alerts/scenario/behaviour.js';
import type { NonEmpty } from '#alerts/scenario/scenario.js';
import type { TargetMetrics } from './scrapes.js';

/** Series at which this share of the scrapes of a job's target succeeds. */
export const scrapesReading = ({ up }: TargetMetrics, [job]: NonEmpty<string>): Reading<'job'> => ({
  at: (share, labels) => [holds(up, labels, share)],
  well: 1,
  when: (share) => `${share} of the scrapes of a target succeed`,
  labels: { job },
  gone: { reads: 0, when: 'a job has no target any more' },
});
