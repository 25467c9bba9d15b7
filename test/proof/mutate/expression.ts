import { inline } from '#promql/expr/inline.js';
import { parse } from '#promql/expr/parse.js';
import { type MetricInfo, bareMetric } from '#promql/metric/metric.js';
import { equivalence } from '#proof/mutate/equivalent/equivalence.js';
import type { Kind } from '#proof/mutate/mutators/edit.js';
import { expressionMutators } from '#proof/mutate/mutators/expression.js';
import { placesIn } from '#proof/mutate/place.js';

const labels = ['instance', 'pod', 'namespace', 'path', 'status'];
const known: Readonly<Record<string, Partial<MetricInfo>>> = {
  requests_total: { kind: 'counter' },
  up: { unit: 'boolean' },
  used_bytes: { unit: 'bytes' },
  capacity_bytes: { unit: 'bytes', range: [0, Infinity] },
  mode_info: { values: { path: ['a', 'b'] } },
};
const lookup = (name: string): MetricInfo | undefined =>
  known[name] && { ...bareMetric(name), labels, ownLabels: ['path', 'status'], ...known[name] };

/** The changes of one kind in an expression: the whole expressions that come of them, and why they are equivalent. */
export const changes = (text: string, kind: Kind) =>
  placesIn(parse(text, lookup)).flatMap((place) =>
    expressionMutators
      .flatMap((mutator) => mutator(place))
      .filter((edit) => edit.kind === kind)
      .map((edit) => ({ text: inline(place.replaced(edit.by)), equivalent: equivalence(place, edit) })),
  );

/** The expressions that come of the changes of one kind. */
export const mutations = (text: string, kind: Kind): readonly string[] =>
  changes(text, kind).map((each) => each.text);

/** Why one expression is equivalent to another that it becomes by one change; nothing where it is not. */
export const reason = (from: string, to: string): string | undefined => {
  const kinds = ['operator', 'limit', 'aggregation', 'matcher', 'alternative', 'function', 'guard'] as const;
  const found = kinds.flatMap((kind) => changes(from, kind)).find(({ text }) => text === to);
  if (!found) throw new Error(`${from} is not changed to ${to}`);
  return found.equivalent;
};
