import { isObject } from '#ground/field.js';
import { oneOf } from '#ground/shape.js';
import { type Severity, severities } from '#alerts/rule/facts.js';
import { spelledLabel } from '#promql/expr/spelled.js';
import { type LabelMatcher, type Match, type Variable, matcher, textsOf } from '#promql/metric/match.js';
import { matchesWhole } from '#promql/metric/re2.js';
import { isLabelName } from '#promql/metric/spelling.js';
import { type Fault, thrownBy } from '#ground/fault.js';

/** What a label of an alert is compared with, in the words of PromQL: `'critical'`, `/db-.+/`, a list, `not(…)`. */
export type AlertMatch<T extends string = string> = Exclude<Match<T>, Variable>;

/** One match per label, all of which must hold. A label that an alert does not have compares as the empty text. */
export interface AlertMatchers {
  readonly severity?: AlertMatch<Severity>;
  readonly [label: string]: AlertMatch | undefined;
}

const written = (matchers: AlertMatchers): readonly (readonly [string, AlertMatch])[] =>
  Object.entries(matchers).filter((entry): entry is [string, AlertMatch] => entry[1] !== undefined);

export const labelMatchers = (matchers: AlertMatchers = {}): readonly LabelMatcher[] =>
  written(matchers).map(([label, match]) => matcher(label, match));

const isVariable = (match: Match): match is Variable => isObject(match) && 'variable' in match;

/**
 * What no alert has for a severity: of a route with such a matcher, nobody is told any more. Severities of others are matched by patterns, which
 * the compiler does not hold to ours.
 */
const severityFaults = (at: string, match: AlertMatch, others: readonly string[]): readonly Fault[] => {
  if (match instanceof RegExp)
    return [...severities, ...others].some((severity) => accepts(matcher('severity', match), severity))
      ? []
      : oneOf(severities)(at, String(match));
  return thrownBy(at, () => matcher('severity', match)).length > 0
    ? []
    : textsOf(match).flatMap((text) => oneOf(severities)(at, text));
};

/**
 * What is wrong with matchers.
 *
 * @param others severities of others that alerts bring along, beside ours.
 */
export const matcherFaults = (
  at: string,
  matchers: AlertMatchers = {},
  others: readonly string[] = [],
): readonly Fault[] =>
  written(matchers).flatMap(([label, match]) => [
    ...(isLabelName(label)
      ? []
      : [
          {
            where: `${at}.${label}`,
            what: label,
            code: 'bad-label-name' as const,
            why: `'${label}' is not a label name`,
            cure: 'use letters, digits and _, and dots as OpenTelemetry does',
          },
        ]),
    ...(isVariable(match)
      ? [
          {
            where: `${at}.${label}`,
            what: match.variable,
            code: 'only-in-panels' as const,
            why: 'only dashboards have variables',
            cure: 'write a text',
          },
        ]
      : []),
    ...thrownBy(`${at}.${label}`, () => matcher(label, match)),
    ...(label === 'severity' ? severityFaults(`${at}.${label}`, match, others) : []),
  ]);

/** Whether the value of its label satisfies a matcher. */
export const accepts = ({ operator, value }: LabelMatcher, text: string): boolean => {
  const equal = operator.endsWith('~') ? matchesWhole(value, text) : value === text;
  return equal !== operator.startsWith('!');
};

/** Whether an alert with these labels satisfies all of these matchers; a label that it lacks is the empty text. */
export const satisfies = (
  labels: Readonly<Record<string, string>>,
  matchers: readonly LabelMatcher[],
): boolean => matchers.every((matcher) => accepts(matcher, labels[matcher.label] ?? ''));

/** As Prometheus and Alertmanager write it. */
export const printMatcher = ({ label, operator, value }: LabelMatcher): string =>
  `${spelledLabel(label)}${operator}${JSON.stringify(value)}`;
