import type { Gauge } from '../promql/metric/metric.js';
import type { Duration } from '../ground/duration.js';
import { humanize } from '../promql/unit/humanize.js';
import { no } from '../promql/unit/limit.js';
import { min } from '../promql/vector/aggregate.js';
import { value } from '../promql/vector/select.js';
import { orZero } from '../promql/vector/set.js';
import { justUnder } from './hold.js';
import { type Course, holds } from './rule/behaviour.js';
import type { Proof } from './rule/proof.js';
import { amongStrangers } from './stranger.js';

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
    throw new Error(
      `up says only whether the exporter answers, which it does while its server is down; give ${gauge}, which the exporter exports`,
    );
  return isUp(up);
};

/** That an alert on `isUp` fires when the server is down or nobody tells, unless that is soon over. */
export const upProof = (up: Up, hold: Duration): Proof<never> => {
  const being = (course: Course) => [holds(up, {}, course)];
  const down: Course = { was: 1, becomes: 0 };
  const gone: Course = { was: 1, becomes: 'missing' };
  const says = { labels: {}, value: humanize(no) };
  const brief = justUnder(hold);
  return {
    fires: [
      { when: 'it is said to be down', series: being(down), ...says },
      { when: 'nobody tells any more', series: being(gone), ...says },
      ...amongStrangers(up, (theirs) => ({
        when: "nobody tells any more, and somebody else's is up",
        series: [...being(gone), ...being(1).map(theirs)],
        ...says,
      })),
    ],
    quiet: [
      { when: 'it is up', series: being(1) },
      ...amongStrangers(up, (theirs) => ({
        when: "somebody else's is down",
        series: [...being(1), ...being(down).map(theirs)],
      })),
      { when: `it is down for ${brief}`, series: being(down), lasts: brief },
      { when: `nobody tells for ${brief}, as during a restart`, series: being(gone), lasts: brief },
    ],
  };
};
