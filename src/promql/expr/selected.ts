import { areApart } from '#promql/metric/apart.js';
import { namedValues } from '#promql/metric/choice.js';
import { type LabelMatcher, admitted } from '#promql/metric/match.js';
import { type Aggregation, type Binary, type Call, type Expr, type Selector, selectors } from './ast.js';
import { fixedMatchers } from './labels.js';
import { isScalar } from './scalar.js';

/** What a label's values may be; `undefined` where nothing says. */
type Values = readonly string[] | undefined;

const isOpen = ({ value }: LabelMatcher): boolean => value.startsWith('$');
/** Nothing is none of anything. */
const isEmpty = ({ operator, value }: LabelMatcher): boolean =>
  operator === '!~' && /^\(?\.\*\)?$/.test(value);

/** The values that a matcher lets through: those that it names, no value among them (`x|`), or none at all (`!~".+"`). */
const letThrough = (matcher: LabelMatcher): Values => {
  const { operator, value } = matcher;
  const pattern = value.replace(/^\((?:\?:)?([^()]*)\)$/, '$1');
  if (operator === '!~') return pattern === '.+' ? [''] : undefined;
  if (operator !== '=~') return namedValues(matcher);
  const some = pattern.split('|').filter((each) => each !== '');
  const named = some.length === 0 ? [] : namedValues({ ...matcher, value: some.join('|') });
  return named && [...named, ...(some.length < pattern.split('|').length ? [''] : [])];
};

/** The values of a label that pass all matchers of a selector, where one names them or its metric declares them. */
export const passing = ({ metric, matchers }: Selector, label: string): Values => {
  const own = matchers.filter((each) => each.label === label && !isOpen(each));
  const patterns = own.filter(({ operator }) => operator === '=~');
  if (
    own.some(isEmpty) ||
    patterns.some((one, i) => patterns.slice(0, i).some((other) => areApart(one, other)))
  )
    return [];
  const candidates = own.map(letThrough).find((values) => values !== undefined) ?? metric.values[label];
  return candidates && own.reduce((left, each) => admitted(each, left), candidates);
};

/** The labels that a selector's matchers contradict each other about, so that it selects nothing. */
export const contradicted = (selector: Selector): readonly string[] =>
  [...new Set(selector.matchers.map(({ label }) => label))].filter(
    (label) => passing(selector, label)?.length === 0,
  );

/** The values of a label that an expression's series may have. */
const valuesOf = (expr: Expr, label: string): Values => {
  switch (expr.type) {
    case 'selector':
      return expr.metric.recorded ? undefined : passing(expr, label);
    case 'range':
      return valuesOf(expr.selector, label);
    case 'subquery':
    case 'negation':
      return valuesOf(expr.expr, label);
    case 'call':
      return ofCall(expr, label);
    case 'aggregation':
      return keeps(expr, label) ? valuesOf(expr.expr, label) : undefined;
    case 'binary':
      return ofBinary(expr, label);
    default:
      return undefined;
  }
};

const ofCall = ({ function: name, args }: Call, label: string): Values => {
  const series = args.find((each) => each.type !== 'string' && !isScalar(each));
  const [, made] = args;
  if (!series || (name.startsWith('label_') && made?.type === 'string' && made.value === label))
    return undefined;
  if (!name.startsWith('absent')) return valuesOf(series, label);
  const value = fixedMatchers(series)[label];
  return value === undefined ? undefined : [value];
};

const keeps = ({ operator, parameter, grouping }: Aggregation, label: string): boolean => {
  if (operator === 'count_values' && parameter?.type === 'string' && parameter.value === label) return false;
  if (/^(topk|bottomk|limitk|limit_ratio)$/.test(operator)) return true;
  return grouping !== undefined && (grouping.type === 'by') === grouping.labels.includes(label);
};

const ofBinary = ({ operator, left, right, matching }: Binary, label: string): Values => {
  if (isScalar(left)) return valuesOf(right, label);
  const [a, b] = [valuesOf(left, label), valuesOf(right, label)];
  if (operator === 'or') return a && b && [...new Set([...a, ...b])];
  if (matching?.group?.include.includes(label)) return undefined;
  return matching?.group?.side === 'right' ? b : a;
};

/** A label in which the sides of an operation, though it is matched, never agree, with the values on each side. */
export const disagreeing = ({
  left,
  right,
  matching,
}: Binary): readonly { readonly label: string; readonly values: readonly [string, string] }[] => {
  const named = new Set(
    [left, right].flatMap(selectors).flatMap(({ matchers }) => matchers.map((each) => each.label)),
  );
  const isMatched = (label: string): boolean =>
    !matching || (matching.type === 'on') === matching.labels.includes(label);
  return [...named].filter(isMatched).flatMap((label) => {
    const [a, b] = [valuesOf(left, label), valuesOf(right, label)];
    return a?.length && b?.length && !a.some((each) => b.includes(each))
      ? [{ label, values: [a.join('|'), b.join('|')] as const }]
      : [];
  });
};
