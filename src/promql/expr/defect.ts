import { type Reason, reasons } from '#ground/fault.js';
import { ofAnotherKind } from './another-kind.js';
import { type Binary, type Call, type Expr, walk } from './ast.js';
import { inline } from './inline.js';
import { labelsOf } from './labels.js';
import { histogramDefects } from './native.js';
import { quantileDefects, quantileOutside } from './quantile-defect.js';
import { isScalar } from './scalar.js';
import { contradicted, disagreeing } from './selected.js';

/** What an expression cannot mean, whoever wrote it: what nothing passes, and what is not read as its metric counts. */
export const defects = (expr: Expr): readonly Reason[] => [
  ...[...walk(expr)].flatMap(defectsHere),
  ...reasons('native-and-number', histogramDefects(expr)),
];

const defectsHere = (expr: Expr): readonly Reason[] => {
  switch (expr.type) {
    case 'selector':
      return contradicted(expr).map((label) => ({
        code: 'selects-nothing',
        why: `${inline(expr)} selects nothing: its matchers of ${label} let nothing through together`,
      }));
    case 'call':
      return [
        ...quantileDefects(expr),
        ...reasons('wrong-kind-of-metric', ofAnotherKind(expr)),
        ...reasons('no-time-of-its-own', ofNoSelector(expr)),
        ...reasons('names-dropped', ofManyNames(expr)),
      ];
    case 'aggregation':
      return reasons('bad-quantile', quantileOutside(expr, expr.operator, expr.parameter));
    case 'binary':
      return [
        ...reasons('labels-never-match', neverJoined(expr)),
        ...reasons('not-aggregated', ofItself(expr)),
      ];
    default:
      return [];
  }
};

/** Only a plain selector still knows when its samples were scraped. */
const ofNoSelector = ({ function: name, args: [series] }: Call): readonly string[] =>
  name === 'timestamp' && series && series.type !== 'selector'
    ? [
        `'timestamp(${inline(series)})' is the time of evaluation, since what is computed has no time of its own; write it of the metric alone`,
      ]
    : [];

const keepsName =
  /^(absent|absent_over_time|(last|first)_over_time|sort(_.*)?|label_(replace|join)|scalar|timestamp|info)$/;

/** Metrics that are told apart by their names alone are no more once a function has dropped these. */
const ofManyNames = (expr: Call): readonly string[] =>
  keepsName.test(expr.function)
    ? []
    : expr.args.flatMap((arg) => {
        const series = arg.type === 'range' ? arg.selector : arg;
        return series.type === 'selector' && series.metric.name === ''
          ? [
              `'${inline(expr)}' drops the names of metrics, of which several have the same labels, and Prometheus refuses the result; name the metric`,
            ]
          : [];
      });

const neverJoined = (expr: Binary): readonly string[] =>
  expr.operator === 'or' || isScalar(expr.left) || isScalar(expr.right)
    ? []
    : disagreeing(expr).map(
        ({ label, values: [a, b] }) =>
          `'${inline(expr)}' joins series of ${label} "${a}" with those of "${b}", which never match; aggregate ${label} away, or say ignoring (${label})`,
      );

/** Series as scraped find themselves in the whole, each its own: their quotient is 1, their difference 0. */
const ofItself = (expr: Binary): readonly string[] => {
  const { operator, left, right, matching } = expr;
  if ((operator !== '/' && operator !== '-') || matching || disagreeing(expr).length > 0) return [];
  return isEach(left) && isEach(right) && bare(left) === bare(right)
    ? [
        `'${inline(expr)}' is always ${operator === '/' ? 1 : 0}: each series is matched with itself; aggregate both sides first`,
      ]
    : [];
};

/** Whether each series of an expression is one that is scraped: what is aggregated is of several. */
const isEach = (expr: Expr): boolean =>
  labelsOf(expr) === 'scraped' && [...walk(expr)].every(({ type }) => type !== 'aggregation');

/** An expression as a text without its matchers. */
const bare = (expr: Expr): string => inline(withoutMatchers(expr));
const withoutMatchers = (expr: Expr): Expr => {
  switch (expr.type) {
    case 'selector':
      return { ...expr, matchers: [] };
    case 'range':
      return { ...expr, selector: { ...expr.selector, matchers: [] } };
    case 'subquery':
    case 'negation':
      return { ...expr, expr: withoutMatchers(expr.expr) };
    case 'call':
      return { ...expr, args: expr.args.map(withoutMatchers) };
    case 'binary':
      return { ...expr, left: withoutMatchers(expr.left), right: withoutMatchers(expr.right) };
    default:
      return expr;
  }
};
