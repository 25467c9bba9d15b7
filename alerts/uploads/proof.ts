import { duration, inSeconds } from '../../ground/duration.js';
import { heldAgainst } from '../../promql/unit/humanize.js';
import { count } from '../../promql/unit/limit.js';
import type { Facts } from '../rule/facts.js';
import { type Behaviour, grows, holds, steps } from '../scenario/behaviour.js';
import { boundaryOf } from '../scenario/boundary.js';
import { oneOf, withLabels } from '../scenario/labels.js';
import type { Proof } from '../scenario/proof.js';
import type { UploadMetrics } from './failed-uploads.js';

/** What proves the alert on failed uploads: that the first of all is told like any other, soon, and once. */
export const proof = (
  { uploads, up }: UploadMetrics,
  { limit, for: pending, keepFiringFor = '0s', window }: Facts<'count'>,
): Proof<'bucket'> => {
  const seconds = inSeconds(window);
  const failures = uploads.where({ status: 'failure' });
  const labels = oneOf(uploads, ['bucket']);
  const { over } = boundaryOf(limit, '>');
  const atOnce = (after: number) => Array.from({ length: over }, () => after);
  /** Failures at these seconds after the fault began; before the first there is no series, or one that stands still. */
  const failsAt = (before: 'missing' | 0, events: readonly number[]): Behaviour => ({
    ...steps(failures, labels, []),
    course: { type: 'counter', perSecond: { was: before, becomes: 0 }, events },
  });
  // Long enough before the fault for its alert to have resolved.
  const earlier = 2 * seconds + inSeconds(keepFiringFor);
  const told = {
    // As long as they are remembered.
    lasts: window,
    labels,
    value: heldAgainst(limit, count(over)),
    within: duration(inSeconds(pending) + Math.min(120, (seconds - inSeconds(pending)) / 2)),
  };
  return {
    reading: {
      // What extrapolation adds must not make one more of them, nor may the larger of two parts be a whole one.
      at: (value, labels) => [
        grows(failures, labels, value === 0 ? 0 : (value + 0.3) / seconds),
        grows(uploads, { ...labels, status: 'success' }, 1),
      ],
      well: 0,
      when: (value) => `uploads fail, ${value} within the window`,
      labels,
    },
    fires: [
      {
        when: 'the very first uploads fail',
        series: [failsAt('missing', atOnce(0)), holds(up, {}, 1)],
        ...told,
      },
      {
        when: 'the first uploads of a worker fail, long after those of another worker',
        series: [
          withLabels({ instance: 'new' })(failsAt('missing', atOnce(0))),
          withLabels({ instance: 'old' })(failsAt(0, atOnce(-earlier))),
          holds(up, { instance: 'new' }, 1),
          holds(up, { instance: 'old' }, 1),
        ],
        after: duration(earlier + seconds),
        ...told,
      },
    ],
  };
};
