import { refusal } from '#ground/fault.js';
import type { Gauge } from '#promql/metric/metric.js';
import { min } from '#promql/vector/aggregate.js';
import { value } from '#promql/vector/select.js';
import { holds } from './behaviour.js';
import type { Proof } from './proof.js';

/** What says whether one server is up: an exporter's own gauge. */
export type Up = Gauge<never, 'boolean'>;

/**
 * 1 while an exporter reaches its server, and 0 when it does not; nothing while the exporter itself is gone, which says nothing about
 * the server: that a scrape has no target any more is told by an alert of its own.
 *
 * @param gauge the exporter's own gauge, for the error: `pg_up`.
 * @throws Error on `up`: it is 1 while the exporter answers, though what it watches be down, and the alert would never fire.
 */
export const isUpBy = (gauge: string, up: Up) => {
  if (up.info.name === 'up')
    throw refusal(gauge, {
      what: 'up',
      code: 'up-of-the-exporter',
      why: 'up says only whether the exporter answers, which it does while its server is down',
      cure: `give ${gauge}, which the exporter exports`,
    });
  return min(value(up));
};

/** What proves an alert on `isUpBy`: that it fires when the server is said to be down, and not when the exporter moves or is gone. */
export const upReading = (up: Up): Proof<never> => ({
  reading: {
    at: (value) => [holds(up, {}, value)],
    well: 1,
    when: (value) => (value === '1' ? 'it is up' : 'it is said to be down'),
    labels: {},
  },
  quiet: [
    {
      when: 'the exporter is gone, and nobody knows',
      series: [holds(up, {}, { was: 1, becomes: 'missing' })],
    },
  ],
});
