import { type Reason, reasons } from '#ground/fault.js';
import { type Binary, type Call, type Expr, isSetOperator, walk } from '#promql/expr/ast.js';
import { inline } from '#promql/expr/inline.js';
import { type Labels, labelsOf, offeredLabels, without } from '#promql/expr/labels.js';
import { isScalar } from '#promql/expr/scalar.js';
import { re2Fault, replacementFault } from '#promql/metric/re2.js';
import { unmatchable } from '#promql/metric/metric.js';

/** What is wrong with the labels in an expression that no type has checked: what the compiler refuses elsewhere. */
export const labelFaults = (expr: Expr): readonly Reason[] => [...walk(expr)].flatMap(faultsHere);

const faultsHere = (expr: Expr): readonly Reason[] => {
  switch (expr.type) {
    case 'selector':
      return expr.matchers.flatMap((matcher) => unmatchable(expr.metric, matcher) ?? []);
    case 'call':
      return relabelling(expr);
    case 'aggregation':
      return gone(expr.expr, expr.grouping?.labels ?? []).map(([label, offered]) => ({
        code: 'no-such-label',
        why: `${expr.operator} ${expr.grouping?.type} '${label}', which is gone; there are ${offered}`,
      }));
    case 'binary':
      return joining(expr);
    default:
      return [];
  }
};

/** Those of the labels that an expression does not have, with those that it has. */
const gone = (expr: Expr, labels: readonly string[]): readonly (readonly [string, string])[] => {
  const offered = offeredLabels(expr);
  return labels
    .filter((label) => !offered.has(label))
    .map((label) => [label, [...offered].join(', ') || 'no labels']);
};

const relabelling = ({ function: name, args }: Call): readonly Reason[] => {
  const [series, ...rest] = args;
  const texts = rest.map((arg) => (arg.type === 'string' ? arg.value : ''));
  if (!series || (name !== 'label_replace' && name !== 'label_join')) return [];
  // Without a label to read, it writes a text.
  const read = (name === 'label_join' ? texts.slice(2) : texts.slice(2, 3)).filter((label) => label !== '');
  const pattern = name === 'label_replace' ? (texts[3] ?? '') : '';
  const [regex, group] = [re2Fault(pattern), replacementFault(texts[1] ?? '', pattern)];
  return [
    ...gone(series, read).map(([label, offered]) => ({
      code: 'no-such-label' as const,
      why: `${name} reads '${label}', which is gone; there are ${offered}`,
    })),
    ...(regex === undefined ? [] : reasons('bad-regex', [`${name} with "${pattern}": ${regex}`])),
    ...(name !== 'label_replace' || group === undefined
      ? []
      : reasons('no-such-group', [`${name} with "${pattern}": ${group}`])),
  ];
};

const joining = (expr: Binary): readonly Reason[] => {
  const { operator, left, right, matching } = expr;
  // `or` adds what the right side has besides, whatever its labels: `or vector(0)`, `or absent(…)`.
  if (isScalar(left) || isScalar(right) || operator === 'or') return [];
  if (matching) {
    const { type, labels, group } = matching;
    const [many, one] = group?.side === 'right' ? [right, left] : [left, right];
    const named = type === 'on' ? [...gone(many, labels), ...gone(one, labels)] : [];
    const faults = reasons(
      'no-such-label',
      [...named, ...gone(one, group?.include ?? [])].map(
        ([label, offered]) => `${operator} matches by '${label}', which a side has not; it has ${offered}`,
      ),
    );
    return type === 'on' ? faults : [...faults, ...unlike(expr, labels)];
  }
  return unlike(expr, []);
};

/** Sides of which the labels that match are others, so that no series finds another. */
const unlike = (expr: Binary, ignored: readonly string[]): readonly Reason[] => {
  const a = without(labelsOf(expr.left), ignored);
  const b = without(labelsOf(expr.right), ignored);
  const cure = isSetOperator(expr.operator) ? 'aggregate both alike' : 'aggregate both alike, or say on (…)';
  return mayBeAlike(a, b, ignored)
    ? []
    : reasons('labels-never-match', [
        `'${inline(expr)}' joins series with the labels (${told(a)}) and (${told(b)}), which never match; ${cure}`,
      ]);
};

/** Labels that every series has that is scraped. */
const always = ['job', 'instance'];

const mayBeAlike = (one: Labels, other: Labels, ignored: readonly string[]): boolean => {
  if (one === 'scraped')
    return other === 'scraped' || always.every((label) => ignored.includes(label) || other.has(label));
  return other === 'scraped' ? mayBeAlike(other, one, ignored) : told(one) === told(other);
};

const told = (labels: Labels): string =>
  labels === 'scraped' ? 'as scraped' : [...labels].sort().join(', ');
