import { type ComparisonOperator, type Expr, walk } from '../../promql/expr/ast.js';
import { type Bounds, boundsOf } from '../../promql/expr/bounds.js';
import { treacherousDivisors } from '../../promql/expr/divisor.js';
import { print } from '../../promql/expr/print.js';
import { scrapedSelectors, unfolded } from '../../promql/expr/recorded.js';
import type { MetricInfo } from '../../promql/metric/metric.js';
import { durationFault, inSeconds, isDuration } from '../../ground/duration.js';
import { isDashboardWindow } from '../../promql/unit/window.js';
import { humanize } from '../../promql/unit/humanize.js';
import type { AlertRule, Shown } from './alert.js';
import type { Scenario } from './proof.js';

/**
 * Everything that keeps an alert from firing when it must or from being quiet when it must, as far as its
 * expression tells; each fault says what to write instead.
 */
export const faultsOf = (rule: AlertRule): readonly string[] => [
  ...name(rule),
  ...durations(rule),
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

/** Lengths of time that the type lets through and Prometheus does not. */
const durations = ({ for: hold, keepFiringFor, fires, quiet }: AlertRule): readonly string[] =>
  [hold, keepFiringFor, ...[...fires, ...quiet].flatMap(lengths)].flatMap((length) =>
    length === undefined ? [] : (durationFault(length) ?? []),
  );
const lengths = (scenario: Scenario & Partial<Pick<Shown, 'within' | 'notBefore'>>) => [
  scenario.after,
  scenario.lasts,
  scenario.settles,
  scenario.within,
  scenario.notBefore,
];

/** What only Grafana fills in. */
const dashboardOnly = (expr: Expr): readonly string[] =>
  unfolded(expr)
    .flatMap((part) => [...walk(part)])
    .flatMap((each) => {
      if (each.type === 'range' || each.type === 'subquery') {
        return [each.window, ...(each.type === 'subquery' && each.step ? [each.step] : [])]
          .filter(isDashboardWindow)
          .map(
            (window) => `[${window}] is a window that only dashboards have; give a fixed one such as '5m'`,
          );
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
    ? unfolded(signal)
        .flatMap(treacherousDivisors)
        .map(
          (divisor) =>
            `a division by 0 makes +Inf, which fires: keep only divisors over 0, with positive(…) around ${print(divisor)}`,
        )
    : [];

/** Functions that tell of single events, which are forgotten after their window. */
const eventful = ['increase', 'changes', 'resets'];

/** An event is forgotten after its window: a single one must outlast `for`. */
const forgotten = ({ condition: { signal, operator }, for: hold }: AlertRule): readonly string[] =>
  operator.startsWith('>') || operator === '!='
    ? [...walk(signal)].flatMap((each) => {
        const [range] = each.type === 'call' && eventful.includes(each.function) ? each.args : [];
        if (range?.type !== 'range' || isDashboardWindow(range.window) || !isDuration(hold)) return [];
        return inSeconds(range.window) <= inSeconds(hold)
          ? [
              `a single increase leaves the window [${range.window}] before 'for: ${hold}' is over, so it never fires; make the window longer than for`,
            ]
          : [];
      })
    : [];

const mixedEnvironments = (expr: Expr): readonly string[] => {
  const environments = new Set(
    scrapedSelectors(expr).map(({ matchers }) => {
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

/** A series that no selector of the alert reads proves nothing; of a histogram all parts come together. */
const unrelatedSeries = ({ expr, fires, quiet }: AlertRule): readonly string[] => {
  const familyOf = ({ family, name }: MetricInfo): string => family ?? name;
  const read = new Set(scrapedSelectors(expr).map(({ metric }) => familyOf(metric)));
  return [...fires, ...quiet].flatMap(({ when, series }) =>
    series
      .filter(({ metric }) => !read.has(familyOf(metric)))
      .map(
        ({ metric }) =>
          `its proof '${when}' has a series of ${metric.name}, which the expression does not read; leave it out`,
      ),
  );
};
