import type { Subquery } from '#promql/expr/ast.js';
import { lengthOf, momentOf } from './moment.js';
import type { MatrixReading, Stretch, VectorReading } from './reading.js';
import { perScene } from './scene.js';
import type { LabelSet, Sample } from './world.js';

interface Growing {
  readonly times: number[];
  readonly values: number[];
}

/** The values of an expression over a window. They stand at multiples of the step, and are each reckoned once. */
export const readSubquery = (subquery: Subquery, { read }: VectorReading): MatrixReading => {
  const moment = momentOf(subquery);
  const length = lengthOf(subquery, subquery.window);
  const step = subquery.step === undefined ? undefined : lengthOf(subquery, subquery.step);
  const known = perScene(() => new Map<number, readonly Sample[]>());
  return {
    type: 'matrix',
    span: (now) => ({ start: moment(now) - length, end: moment(now) }),
    read: (scene, now) => {
      const end = moment(now);
      const every = step ?? scene.step;
      const values = known(scene);
      const of = new Map<LabelSet, Growing>();
      const start = end - length;
      const first = Math.ceil(start / every) * every;
      for (let at = scene.isLeftOpen && first === start ? first + every : first; at <= end; at += every) {
        const samples = values.get(at) ?? read(scene, at);
        values.set(at, samples);
        for (const { labels, value } of samples) {
          const growing = of.get(labels) ?? { times: [], values: [] };
          if (growing.times.length === 0) of.set(labels, growing);
          growing.times.push(at);
          growing.values.push(value);
        }
      }
      return [...of].map(([labels, { times, values }]): Stretch => ({
        labels,
        times,
        values,
        from: 0,
        to: times.length,
      }));
    },
  };
};
