import { type ComparisonOperator, type Expr, selectors, walk } from '../../promql/expr/ast.js';
import { type Bounds, boundsOf } from '../../promql/expr/bounds.js';
import { treacherousDivisors } from '../../promql/expr/divisor.js';
import { print } from '../../promql/expr/print.js';
import { type Duration, inSeconds, isDashboardWindow } from '../../promql/unit/duration.js';
import { humanize } from '../../promql/unit/humanize.js';
import type { AlertRule } from './alert.js';

/**
 * Everything that keeps an alert from firing when it must or from being quiet when it must, as far as its
 * expression tells; each fault says what to write instead.
 */
export const faultsOf = (rule: AlertRule): readonly string[] => [
  ...name(rule),
  ...dashboardOnly(rule.expr),
  ...unreachable(rule),
  ...infinite(rule),
  ...forgotten(rule),
  ...mixedEnvironments(rule.expr),
  ...unsaid(rule),
  ...unrelatedSeries(rule),
];

const name = ({ name: given }: AlertRule): readonly string[] =>
  /^[A-Z][A-Za-z0-9]*$/.test(given)
    ? []
    : [`'${given}' is no name of an alert; write it in CamelCase, like HighErrorRate`];

/** What only Grafana fills in. */
const dashboardOnly = (expr: Expr): readonly string[] =>
  [...walk(expr)].flatMap((each) => {
    if (each.type === 'range' && isDashboardWindow(each.window)) {
      return [`[${each.window}] is a window that only dashboards have; give a fixed one such as '5m'`];
    }
    if (each.type !== 'selector') return [];
    return each.matchers
      .filter(({ value }) => value.startsWith('$'))
      .map(
        ({ label, operator, value }) =>
          `${label}${operator}"${value}" is a variable that only dashboards have; give a fixed value`,
      );
  });

const reaches: Readonly<Record<ComparisonOperator, (bounds: Bounds, limit: number) => boolean>> = {
  '>': ([, greatest], limit) => greatest > limit,
  '>=': ([, greatest], limit) => greatest >= limit,
  '<': ([least], limit) => least < limit,
  '<=': ([least], limit) => least <= limit,
  '==': ([least, greatest], limit) => least <= limit && limit <= greatest,
  '!=': ([least, greatest], limit) => least !== limit || greatest !== limit,
};
const opposite: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  '>': '<=',
  '>=': '<',
  '<': '>=',
  '<=': '>',
  '==': '!=',
  '!=': '==',
};

/** A limit that the signal cannot cross, or cannot help crossing. */
const unreachable = ({ condition: { signal, operator, limit } }: AlertRule): readonly string[] => {
  const bounds = boundsOf(signal);
  const [least, greatest] = bounds.map((value) => humanize({ value, unit: limit.unit }));
  const crossing = `${operator} ${humanize(limit)}`;
  if (!reaches[operator](bounds, limit.value)) {
    return [
      `it can never fire: the signal lies between ${least} and ${greatest}, so it is never ${crossing}; choose a limit within`,
    ];
  }
  return reaches[opposite[operator]](bounds, limit.value)
    ? []
    : [
        `it fires always: the signal lies between ${least} and ${greatest}, so it is always ${crossing}; choose a limit within`,
      ];
};

const infinite = ({ condition: { signal, operator } }: AlertRule): readonly string[] =>
  operator.startsWith('>')
    ? treacherousDivisors(signal).map(
        (divisor) =>
          `a division by 0 makes +Inf, which fires: keep only divisors over 0, with positive(…) around ${print(divisor)}`,
      )
    : [];

/** An increase is forgotten after its window: a single one must outlast `for`. */
const forgotten = ({ condition: { signal, operator }, for: hold }: AlertRule): readonly string[] =>
  operator.startsWith('>') || operator === '!='
    ? [...walk(signal)].flatMap((each) => {
        const [range] = each.type === 'call' && each.function === 'increase' ? each.args : [];
        return range?.type === 'range' && inSeconds(range.window as Duration) <= inSeconds(hold)
          ? [
              `a single increase leaves the window [${range.window}] before 'for: ${hold}' is over, so it never fires; make the window longer than for`,
            ]
          : [];
      })
    : [];

const mixedEnvironments = (expr: Expr): readonly string[] => {
  const environments = new Set(
    selectors(expr).map(({ matchers }) => {
      const matcher = matchers.find(({ label }) => label === 'namespace');
      return matcher ? `namespace${matcher.operator}"${matcher.value}"` : 'any namespace';
    }),
  );
  return environments.size > 1
    ? [
        `it mixes environments: ${[...environments].join(', ')}; narrow every metric alike, with narrowed(catalogue, { namespace })`,
      ]
    : [];
};

const unsaid = ({ texts, runbook }: AlertRule): readonly string[] =>
  (['ko', 'en'] as const).flatMap((language) =>
    Object.entries({ ...texts[language], ...runbook[language] })
      .filter(([, text]) => text.trim() === '')
      .map(([part]) => `its ${part} is empty in ${language === 'ko' ? 'Korean' : 'English'}; write it`),
  );

/** A series that no selector of the alert reads proves nothing. */
const unrelatedSeries = ({ expr, fires, quiet }: AlertRule): readonly string[] => {
  const read = new Set(selectors(expr).map(({ metric }) => metric.name));
  return [...fires, ...quiet].flatMap(({ when, series }) =>
    series
      .filter(
        ({ metric }) =>
          !metric.name.endsWith('_sum') && !metric.name.endsWith('_count') && !read.has(metric.name),
      )
      .map(
        ({ metric }) =>
          `its proof '${when}' has a series of ${metric.name}, which the expression does not read; leave it out`,
      ),
  );
};
