import { refusal } from '../../ground/fault.js';
import type { Gauge } from '../../promql/metric/metric.js';
import { min } from '../../promql/vector/aggregate.js';
import { value } from '../../promql/vector/select.js';
import { orZero } from '../../promql/vector/set.js';
import { holds } from './behaviour.js';
import type { Proof } from './proof.js';

/** What says whether one server is up: an exporter's own gauge, or `up` of a server that is scraped itself. */
export type Up = Gauge<never, 'boolean'>;

/** 1 while the server is up; 0 when it is not, and when there is nobody left to tell. */
export const isUp = (up: Up) => orZero(min(value(up)));

/**
 * The same by an exporter's own gauge.
 *
 * @param gauge its name, for the error: `pg_up`.
 * @throws Error on `up`: it is 1 while the exporter answers, though what it watches be down, and the alert would never fire.
 */
export const isUpBy = (gauge: string, up: Up) => {
  if (up.info.name === 'up')
    throw refusal(gauge, {
      what: 'up',
      why: 'up says only whether the exporter answers, which it does while its server is down',
      cure: `give ${gauge}, which the exporter exports`,
    });
  return isUp(up);
};

/** What proves an alert on `isUp`: that it fires when the server is down or nobody tells, unless that is soon over. */
export const upReading = (up: Up): Proof<never> => ({
  reading: {
    at: (value) => [holds(up, {}, value)],
    well: 1,
    when: (value) => (value === '1' ? 'it is up' : 'it is said to be down'),
    labels: {},
    gone: { reads: 0, when: 'nobody tells any more' },
  },
});
