import type { Aggregation, Grouping } from '#promql/expr/ast.js';
import { decimal } from './decimal.js';
import { interned, dropping, keeping, nameLabel } from './labels.js';
import { quantileOf } from './quantile.js';
import type { Read, Reading, VectorReading } from './reading.js';
import { greatestOf, leastOf, sumOf, varianceOf } from './sum.js';
import { Unsupported } from './unsupported.js';
import type { LabelSet, Sample } from './world.js';

type Reckon = (values: readonly number[], parameter: number) => number;

const together: ReadonlyMap<string, Reckon> = new Map<string, Reckon>([
  ['sum', (values) => sumOf(values)],
  ['avg', (values) => sumOf(values) / values.length],
  ['min', (values) => leastOf(values)],
  ['max', (values) => greatestOf(values)],
  ['count', (values) => values.length],
  ['group', () => 1],
  ['stdvar', (values) => varianceOf(values)],
  ['stddev', (values) => Math.sqrt(varianceOf(values))],
  ['quantile', (values, q) => quantileOf(q, values)],
]);

/** The order in which the first ones are kept; what is no number is last. */
const greatestFirst = (a: Sample, b: Sample): number =>
  Number.isNaN(a.value) ? (Number.isNaN(b.value) ? 0 : 1) : Number.isNaN(b.value) ? -1 : b.value - a.value;
const leastFirst = (a: Sample, b: Sample): number =>
  Number.isNaN(a.value) || Number.isNaN(b.value) ? greatestFirst(a, b) : a.value - b.value;

const chosen: ReadonlyMap<string, (samples: readonly Sample[], count: number) => readonly Sample[]> = new Map(
  [
    ['topk', (samples, count) => [...samples].sort(greatestFirst).slice(0, count)],
    ['bottomk', (samples, count) => [...samples].sort(leastFirst).slice(0, count)],
    ['limitk', (samples, count) => samples.slice(0, count)],
  ] satisfies [string, (samples: readonly Sample[], count: number) => readonly Sample[]][],
);

const groupedBy = (grouping: Grouping | undefined): ((labels: LabelSet) => LabelSet) =>
  grouping?.type === 'without' ? dropping([...grouping.labels, nameLabel]) : keeping(grouping?.labels ?? []);

const groups = (
  samples: readonly Sample[],
  group: (labels: LabelSet) => LabelSet,
): ReadonlyMap<LabelSet, readonly Sample[]> => {
  const found = new Map<LabelSet, Sample[]>();
  for (const sample of samples) {
    const labels = group(sample.labels);
    const members = found.get(labels);
    if (members) members.push(sample);
    else found.set(labels, [sample]);
  }
  return found;
};

/** A series for each value, with how many have it. */
const countValues = (
  { grouping }: Aggregation,
  read: Read<readonly Sample[]>,
  label: string,
): VectorReading => {
  const group = groupedBy(
    grouping?.type === 'without' ? grouping : { type: 'by', labels: [...(grouping?.labels ?? []), label] },
  );
  return {
    type: 'vector',
    read: (scene, at) => {
      const valued = read(scene, at).map(({ labels, value }) => ({
        labels: interned({ ...labels, [label]: decimal(value) }),
        value,
      }));
      return [...groups(valued, group)].map(([labels, { length }]) => ({ labels, value: length }));
    },
  };
};

/**
 * An aggregation, made ready to be read.
 *
 * @throws Unsupported where it is not known here.
 */
export const readAggregation = (
  expr: Aggregation,
  parameter: Reading | undefined,
  { read }: VectorReading,
): VectorReading => {
  const { operator, grouping } = expr;
  if (operator === 'count_values' && parameter?.type === 'string')
    return countValues(expr, read, parameter.text);
  const group = groupedBy(grouping);
  const beside: Read<number> = parameter?.type === 'scalar' ? parameter.read : () => NaN;
  const choose = chosen.get(operator);
  if (choose)
    return {
      type: 'vector',
      read: (scene, at) => {
        const count = Math.trunc(beside(scene, at));
        if (!(count >= 1)) return [];
        return [...groups(read(scene, at), group).values()].flatMap((members) => choose(members, count));
      },
    };
  const reckon = together.get(operator);
  if (!reckon) throw new Unsupported(expr, `aggregates by ${operator}, which is not known here`);
  return {
    type: 'vector',
    read: (scene, at) => {
      const samples = read(scene, at);
      if (samples.length === 0) return [];
      const number = beside(scene, at);
      const made: Sample[] = [];
      for (const [labels, members] of groups(samples, group))
        made.push({
          labels,
          value: reckon(
            members.map(({ value }) => value),
            number,
          ),
        });
      return made;
    },
  };
};
