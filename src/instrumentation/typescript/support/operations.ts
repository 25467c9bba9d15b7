import type { Instrumentation } from '#application/instrumentation/instrumentation.js';
import type { Operation } from '#application/instrumentation/operation.js';
import type { AnyMetric } from '#promql/metric/metric.js';
import { list, property, text, union } from '#instrumentation/typescript/code.js';
import { type Fact, keyOf } from '#instrumentation/typescript/facts.js';

/** The labels that a metric has, as an object: those that the caller gives, and how it ended. */
const labelsOf = ({ info }: AnyMetric, { outcome }: Operation, ended: string): string => {
  const fields = info.ownLabels.map((label) =>
    label === outcome?.label ? `${property(label)}: ${ended}` : `${property(label)}: labels[${text(label)}]`,
  );
  return fields.length > 0 ? `{ ${fields.join(', ')} }` : '';
};

const typeOf = (operation: Operation): string => {
  const { done, duration, slow, labels } = operation;
  const valuesOf = (label: string) =>
    [done, duration, slow].flatMap((metric) => (metric?.info.values[label] ? [metric.info.values[label]] : []))[0];
  return `{ ${labels.map((label) => `readonly ${property(label)}: ${union(valuesOf(label))}`).join('; ')} }`;
};

const one = (name: string, operation: Operation, facts: readonly Fact[]): string => {
  const { done, duration, slow, slowOver, outcome, labels } = operation;
  const key = (metric: AnyMetric) => `metrics.${keyOf(facts, metric)}`;
  const given = (...values: readonly string[]) => values.filter((each) => each !== '').join(', ');
  const takes = labels.length > 0 ? `labels: ${typeOf(operation)}, ` : '';
  const first =
    done && outcome
      ? [
          '  // A first failure is an increase.',
          `  for (const ended of ${list([outcome.success, outcome.failure])} as const)`,
          `    ${key(done)}.inc(${labelsOf(done, operation, 'ended')}, 0);`,
        ]
      : [];
  const ends = [
    ...(duration ? [`    ${key(duration)}.observe(${given(labelsOf(duration, operation, 'ended'), 'took')});`] : []),
    ...(done ? [`    ${key(done)}.inc(${labelsOf(done, operation, 'ended')});`] : []),
    ...(slow && slowOver !== undefined
      ? [`    if (took > ${slowOver}) ${key(slow)}.inc(${labelsOf(slow, operation, 'ended')});`]
      : []),
  ];
  const took = ends.some((line) => line.includes('took'));
  const type = outcome ? `: ${union([outcome.success, outcome.failure])}` : '';
  return `/** Does it, and counts how it ended and how long it took: what it throws, it throws on. */
export const ${name} = async <T>(${takes}work: () => Promise<T>): Promise<T> => {
${[...first, ...(took ? ['  const began = performance.now();'] : [])].join('\n')}
${outcome ? `  let ended${type} = ${text(outcome.failure)};\n` : ''}  try {
    const made = await work();
${outcome ? `    ended = ${text(outcome.success)};\n` : ''}    return made;
  } finally {
${took ? '    const took = (performance.now() - began) / 1000;\n' : ''}${ends.join('\n')}
  }
};
`;
};

/** What the application does and waits for, a function for each. */
export const operationsFile = ({ operations }: Instrumentation, facts: readonly Fact[]): string =>
  `import { metrics } from './metrics.js';

${Object.entries(operations)
  .map(([name, operation]) => one(name, operation, facts))
  .join('\n')}`;
