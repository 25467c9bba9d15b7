import { duration, inSeconds } from '#ground/duration.js';
import { scrapedSelectors } from '#promql/expr/recorded.js';
import { heldAgainst } from '#promql/unit/humanize.js';
import { count } from '#promql/unit/limit.js';
import type { Facts } from '#alerts/rule/facts.js';
import { type Behaviour, type Course, grows, holds, steps } from '#alerts/scenario/behaviour.js';
import { boundaryOf } from '#alerts/scenario/boundary.js';
import { fixedLabel } from '#alerts/scenario/fixed-label.js';
import { oneOf, withLabels } from '#alerts/scenario/labels.js';
import { lookalikes } from '#alerts/scenario/lookalikes.js';
import type { Proof } from '#alerts/scenario/proof.js';
import type { Scenario } from '#alerts/scenario/scenario.js';
import { type UploadMetrics, failedUploads } from './failed-uploads.js';

/** What is there all the time, or only at times, as a series and its target are. */
const throughout = (value: number): Course => value;
const away = (value: number): Course => ({ was: value, becomes: 'missing' });
const fromThen = (value: number): Course => ({ was: 'missing', becomes: value, then: value });

/** What proves the alert on failed uploads: that the first of all is told like any other, soon, and once; and what is old not as new. */
export const proof = (
  metrics: UploadMetrics,
  { limit, for: pending, keepFiringFor = '0s', window }: Facts<'count'>,
): Proof<'bucket'> => {
  const { uploads, up, started } = metrics;
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
  const target = { job: fixedLabel(up, 'job') ?? 'worker', instance: 'worker:8000' };
  /** What a worker has counted, whether it is scraped, and since when it runs. */
  const worker = (
    counted: Course,
    scraped: Course,
    since: number,
    another: Course = 0,
  ): readonly Behaviour[] => [
    { ...withLabels(target)(steps(failures, labels, [])), course: { type: 'gauge', value: counted } },
    holds(up, target, scraped),
    // Another path of it that is scraped too: one that never answers, or as often.
    withLabels({ endpoint: 'another', pod: 'another' })(holds(up, target, another)),
    ...(started ? [holds(started, target, since)] : []),
  ];
  /** Targets of somebody else that are called alike, are scraped all the time, and are young. */
  const strangers = lookalikes(
    [holds(up, target, 1), ...(started ? [holds(started, target, 1e9)] : [])],
    scrapedSelectors(failedUploads(metrics, window).expr),
  );
  // Long enough before the fault for its alert to have resolved, and for a moment to be known.
  const earlier = 2 * seconds + inSeconds(keepFiringFor);
  const begins = Math.ceil((earlier + seconds) / 60) * 60;
  const old = -10 * seconds;
  const told = {
    // As long as they are remembered.
    lasts: window,
    labels,
    value: heldAgainst(limit, count(over)),
    within: duration(inSeconds(pending) + Math.min(120, (seconds - inSeconds(pending)) / 2)),
  };
  const long = { after: duration(begins), settles: duration(2 * seconds) } as const;
  const longAgo = (when: string, lasts: number, series: readonly Behaviour[]): Scenario => ({
    when,
    series: [...series, ...strangers],
    lasts: duration(lasts),
    ...long,
  });
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
        when: 'the very first uploads of a worker fail that was scraped before',
        series: worker(fromThen(over), throughout(1), old),
        ...told,
      },
      ...(started
        ? [
            {
              when: 'the very first uploads of a worker fail that has just started',
              series: worker(fromThen(over), fromThen(1), begins - 10),
              after: duration(begins),
              ...told,
            },
          ]
        : []),
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
    quiet: [
      longAgo(
        'uploads failed long ago, and nobody scraped their worker for a while',
        2 * seconds,
        worker(away(over), away(1), old, away(1)),
      ),
      longAgo(
        'uploads failed long ago, and a scrape of their worker fails',
        30,
        worker(away(over), away(1), old, away(1)),
      ),
      longAgo(
        'uploads failed long ago, and their worker is scraped for the first time',
        2 * seconds,
        worker(fromThen(over), fromThen(1), old, fromThen(1)),
      ),
      ...(started
        ? [
            longAgo(
              'uploads failed, and their worker is scraped only when the window has passed',
              2 * seconds,
              worker(fromThen(over), fromThen(1), begins - seconds, fromThen(1)),
            ),
          ]
        : []),
    ],
  };
};
