import { type Behaviour, type Course, grows, holds } from '../scenario/behaviour.js';
import type { Proof } from '../scenario/scenario.js';
import { amongStrangers } from '../scenario/stranger.js';
import { type LogIndices, bookkeeping } from './indices.js';
import type { ClusterMetrics, IndexMetrics } from './signals.js';

/** That nobody sends logs is told fifteen minutes after the last, and only while Elasticsearch itself answers. */
export const silenceProof = (
  { status, indexed }: ClusterMetrics & IndexMetrics,
  { names: [index, ...others], value }: LogIndices & { readonly value: string },
): Proof<never> => {
  const answers = (course: Course = 1) => holds(status, { color: 'green' }, course);
  const written = (course: Course, to = index) => grows(indexed, { index: to }, course);
  const ceasing: Course = { was: 5, becomes: 0 };
  const gone: Course = { was: 5, becomes: 'missing' };
  const rarely: Behaviour = {
    ...written(ceasing),
    course: { type: 'counter', perSecond: ceasing, events: [780, 1560] },
  };
  const told = { labels: {}, value };
  const after15 = { ...told, notBefore: '14m', within: '16m' } as const;
  return {
    fires: [
      { when: 'nothing is written any more', series: [answers(), written(ceasing)], ...after15 },
      {
        when: 'nothing is written any more but what Kibana notes for itself',
        series: [answers(), written(ceasing), written(5, bookkeeping)],
        ...after15,
      },
      ...amongStrangers(indexed, (theirs) => ({
        when: "nothing is written any more but somebody else's logs",
        series: [answers(), written(ceasing), theirs(written(5))],
        ...after15,
      })),
      { when: 'the indices are deleted', series: [answers(), written(gone)], ...after15 },
      {
        when: 'Elasticsearch starts, and no log was ever written',
        series: [answers({ was: 'missing', becomes: 1 })],
        ...told,
      },
    ],
    quiet: [
      { when: 'a log is written every 13 minutes', series: [answers(), rarely], lasts: '30m' },
      ...others.map((other) => ({
        when: `${other} is written instead`,
        series: [answers(), written(ceasing), written({ was: 'missing', becomes: 5 }, other)],
      })),
      {
        when: 'Elasticsearch restarts, and counts anew',
        series: [answers({ was: 1, becomes: 'missing' }), written(gone)],
        lasts: '4m',
      },
      {
        when: 'Elasticsearch does not answer, which is told by another alert',
        series: [answers({ was: 1, becomes: 'missing' }), written(gone)],
      },
      { when: 'nothing is exported', series: [] },
    ],
  };
};
