import type { Fault } from '#ground/fault.js';
import { instead } from '#ground/nearest.js';
import { aNumber, byName, fields, listOf, named, oneOf, text } from '#ground/shape.js';
import { units } from '#promql/unit/in-unit.js';
import type { Kind } from '#promql/expr/ast.js';
import { storages } from './storage.js';

const asDeclared = {
  needed: { help: text },
  optional: {
    labels: listOf(named),
    values: byName(listOf(text)),
    unit: oneOf(units),
    range: listOf(aNumber),
    why: named,
  },
};
/** Which of them a histogram has follows from how it is stored: see `storageFaults`. */
const ofHistogram = { buckets: listOf(aNumber), stored: oneOf(storages) };

/** What the compiler refuses of a declaration, where types were put aside. */
export const shapeFaults = (kind: Kind, declaration: object): readonly Fault[] => {
  const { needed, optional } = asDeclared;
  return fields(needed, { ...optional, ...(kind === 'histogram' && ofHistogram) })('', declaration);
};

/** Values of a label that the metric does not have. */
export const valueFaults = (labels: readonly string[], values: object): readonly Fault[] =>
  Object.keys(values)
    .filter((label) => !labels.includes(label))
    .map((label) => ({
      where: `values.${label}`,
      what: label,
      code: 'no-such-label',
      why: `the metric has no label ${label}`,
      cure: labels.length > 0 ? instead(label, labels) : 'name it in labels',
    }));
