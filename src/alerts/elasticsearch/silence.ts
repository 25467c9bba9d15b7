import { type Duration, duration, inSeconds } from '#ground/duration.js';
import { type Behaviour, type Course, grows, holds } from '#alerts/scenario/behaviour.js';
import { elsewhere } from '#alerts/scenario/elsewhere.js';
import type { Proof } from '#alerts/scenario/proof.js';
import { spoken } from '#ground/spoken.js';
import type { ClusterMetrics, IndexMetrics } from './cluster.js';
import type { LogIndices } from './indices.js';

/** That nobody sends logs is told once the window has been empty for `for`, and only while Elasticsearch itself answers. */
export const silenceProof = (
  { status, indexed }: ClusterMetrics & IndexMetrics,
  { names: [index, ...further] }: LogIndices,
  { window, for: pending }: { readonly window: Duration; readonly for: Duration },
): Proof<never> => {
  const answers = (course: Course = 1) => holds(status, { color: 'green' }, course);
  const written = (course: Course, to = index) => grows(indexed, { index: to }, course);
  const gone: Course = { was: 5, becomes: 'missing' };
  const told = { labels: {}, value: '0' };
  // Two minutes less than a silence that is told: scrapes and evaluations see a log up to a minute late.
  const apart = inSeconds(window) + inSeconds(pending) - 120;
  const nowAndThen = [0.8, 1.6, 2.4, 3.2].map((windows) => windows * inSeconds(window));
  return {
    reading: {
      at: (value) => [answers(), written(value / 60)],
      well: 300,
      boundary: { over: 0, under: 1 },
      when: (value) => (value === '0' ? 'nothing is written any more' : 'a log is written each minute'),
      labels: {},
    },
    fires: [
      { when: 'the indices are deleted', series: [answers(), written(gone)], ...told },
      {
        when: 'Elasticsearch starts, and no log was ever written',
        series: [answers({ was: 'missing', becomes: 1 })],
        ...told,
      },
    ],
    quiet: [
      {
        when: `a log is written every ${spoken(duration(apart)).en}`,
        series: [answers(), stepping(written({ was: 5, becomes: 0 }), [apart, 2 * apart])],
        lasts: duration(2 * apart + 120),
      },
      ...further.map((other) => ({
        when: `${other} is written instead`,
        series: [answers(), written({ was: 5, becomes: 0 }), written({ was: 'missing', becomes: 5 }, other)],
      })),
      {
        when: 'Prometheus comes back, and a log is written only now and then',
        series: [
          answers({ was: 'missing', becomes: 1 }),
          ...elsewhere(status, { color: 'green' }),
          stepping(written({ was: 'missing', becomes: 0 }), nowAndThen),
        ],
        lasts: duration(3 * inSeconds(window)),
      },
      {
        when: 'Elasticsearch does not answer, which is told by another alert, and counts anew once it does',
        series: [answers({ was: 1, becomes: 'missing' }), written(gone)],
      },
    ],
  };
};

/** A counter that stands still while the fault lasts but for single steps. */
const stepping = (counter: Behaviour, events: readonly number[]): Behaviour => {
  const { course } = counter;
  return course.type === 'counter' ? { ...counter, course: { ...course, events } } : counter;
};
