import { type ComparisonOperator, type Expr, walk } from '../../promql/expr/ast.js';
import { type Bounds, boundsOf } from '../../promql/expr/bounds.js';
import { treacherousDivisors } from '../../promql/expr/divisor.js';
import { print } from '../../promql/expr/print.js';
import { scrapedSelectors, unfolded } from '../../promql/expr/recorded.js';
import type { MetricInfo } from '../../promql/metric/metric.js';
import { type Duration, durationFault, inSeconds, isDuration } from '../../ground/duration.js';
import { isDashboardWindow } from '../../promql/unit/window.js';
import { humanize } from '../../promql/unit/humanize.js';
import type { Limit } from '../../promql/unit/limit.js';
import type { Scenario, Timing } from '../scenario/scenario.js';
import type { RuleFacts, Scenarios } from './rule.js';

/**
 * Everything that keeps an alert from firing when it must or from being quiet when it must, as far as its
 * expression tells; each fault says what to write instead.
 */
export const faultsOf = (rule: RuleFacts, labels: readonly string[], limit: Limit): readonly string[] => [
  ...name(rule),
  ...durations([rule.for, rule.keepFiringFor, rule.window]),
  ...anotherLimit(rule, limit),
  ...overwritten(rule, labels),
  ...dashboardOnly(rule.expr),
  ...unreachable(rule),
  ...infinite(rule),
  ...forgotten(rule),
  ...mixedEnvironments(rule.expr),
  ...unsaid(rule),
  ...unknownToThePage(rule),
];

/** What keeps scenarios from proving anything. */
export const proofFaults = (rule: RuleFacts, scenarios: Scenarios): readonly string[] => {
  const all = [...scenarios.fires, ...scenarios.quiet];
  return [
    ...durations(all.flatMap(lengths)),
    ...unrelatedSeries(rule, all),
    ...(scenarios.fires.length > 0 ? [] : ['its proof has no scenario in which it fires; give one']),
    ...(scenarios.quiet.length > 0 ? [] : ['its proof has no scenario in which it stays quiet; give one']),
  ];
};

/** An error with all faults at once. */
export const refusal = (what: string, faults: readonly string[]): Error =>
  new Error(`${what}:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);

/** An error with everything that keeps an alert from working, and its expression. */
export const refused = ({ name, expr }: RuleFacts, faults: readonly string[]): Error =>
  new Error(`${refusal(`alert ${name}`, faults).message}\n  in: ${print(expr)}`);

/** Labels that every rule of an application sets. */
const reserved = ['severity', 'application', 'namespace', 'component', 'alertname'];

/** A condition that does not read the alert's limit would stay as it is where an application gives another. */
const anotherLimit = ({ condition }: RuleFacts, { value, unit }: Limit): readonly string[] =>
  condition.limit.value === value && condition.limit.unit === unit
    ? []
    : [
        `its condition has the limit ${humanize(condition.limit)}, and its limit is ${humanize({ value, unit })}; write when: ({ limit }) => …`,
      ];

/**
 * Labels that tell alerts apart and that the rule itself overwrites: of two that fire Prometheus says "vector contains metrics with
 * the same labelset", and tells of neither.
 */
const overwritten = ({ expr, labels }: RuleFacts, told: readonly string[]): readonly string[] => {
  const fixed = (label: string): boolean =>
    scrapedSelectors(expr).every(({ matchers }) =>
      matchers.some((each) => each.label === label && each.operator === '='),
    );
  return [
    ...Object.keys(labels)
      .filter((label) => reserved.includes(label))
      .map((label) => `its labels say ${label}, which every rule sets itself; leave it out`),
    ...told
      .filter((label) => Object.hasOwn(labels, label) || (reserved.includes(label) && !fixed(label)))
      .map(
        (label) =>
          `its signal has a label ${label}, which the rule overwrites: two alerts that differ by it alone would be none; aggregate it away, or call it otherwise by labelReplace`,
      ),
  ];
};

const name = ({ name: given }: RuleFacts): readonly string[] =>
  /^[A-Z][A-Za-z0-9]*$/.test(given)
    ? []
    : [`'${given}' is no name of an alert; write it in CamelCase, like HighErrorRate`];

/** Lengths of time that the type lets through and Prometheus does not. */
const durations = (lengths: readonly (Duration | undefined)[]): readonly string[] =>
  lengths.flatMap((length) => (length === undefined ? [] : (durationFault(length) ?? [])));
const lengths = (scenario: Scenario & Timing) => [
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
const unreachable = ({ condition: { signal, operator, limit } }: RuleFacts): readonly string[] => {
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

const infinite = ({ condition: { signal, operator } }: RuleFacts): readonly string[] =>
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
const forgotten = ({ condition: { signal, operator }, for: hold }: RuleFacts): readonly string[] =>
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

const unsaid = ({ texts, runbook }: RuleFacts): readonly string[] =>
  (['ko', 'en'] as const).flatMap((language) =>
    Object.entries({ ...texts[language], ...runbook[language] })
      .filter(([, text]) => text.trim() === '')
      .map(([part]) => `its ${part} is empty in ${language === 'ko' ? 'Korean' : 'English'}; write it`),
  );

/** A page is the same for every alert of its name. */
const unknownToThePage = ({ runbook }: RuleFacts): readonly string[] =>
  Object.entries(runbook.en).flatMap(([part, text]) =>
    text.includes('{{ $')
      ? [
          `its ${part} names the value or a label, which a page does not know; name them in summary or description`,
        ]
      : [],
  );

/** A series that no selector of the alert reads proves nothing; of a histogram all parts come together. */
const unrelatedSeries = ({ expr }: RuleFacts, scenarios: readonly Scenario[]): readonly string[] => {
  const familyOf = ({ family, name }: MetricInfo): string => family ?? name;
  const read = new Set(scrapedSelectors(expr).map(({ metric }) => familyOf(metric)));
  return scenarios.flatMap(({ when, series }) =>
    series
      .filter(({ metric }) => !read.has(familyOf(metric)))
      .map(
        ({ metric }) =>
          `its proof '${when}' has a series of ${metric.name}, which the expression does not read; leave it out`,
      ),
  );
};
