import { createRequire } from 'node:module';
import { isLabelName } from '../promql/metric/label.js';
import { type LabelMatcher, type Match, type Variable, matcher } from '../promql/metric/match.js';
import { type Fault, fault, faultOf } from './fault.js';

/** What a label of an alert is compared with, in the words of PromQL: `'critical'`, `/db-.+/`, a list, `not(…)`. */
export type AlertMatch<T extends string = string> = Exclude<Match<T>, Variable>;

/** One match per label, all of which must hold. A label that an alert does not have compares as the empty text. */
export interface AlertMatchers {
  readonly severity?: AlertMatch<'critical' | 'warning'>;
  readonly [label: string]: AlertMatch | undefined;
}

const written = (matchers: AlertMatchers): readonly (readonly [string, AlertMatch])[] =>
  Object.entries(matchers).filter((entry): entry is [string, AlertMatch] => entry[1] !== undefined);

export const labelMatchers = (matchers: AlertMatchers = {}): readonly LabelMatcher[] =>
  written(matchers).map(([label, match]) => matcher(label, match));

export const matcherFaults = (at: string, matchers: AlertMatchers = {}): readonly Fault[] =>
  written(matchers).flatMap(([label, match]) => [
    ...(isLabelName(label)
      ? []
      : [fault(`${at}.${label}`, `'${label}' is not a label name; use letters, digits and _`)]),
    ...faultOf(`${at}.${label}`, () => matcher(label, match)),
  ]);

const tests = new Map<string, (text: string) => boolean>();

/** Whether a text matches a pattern as a whole. RE2 is asked where JavaScript might read the pattern otherwise. */
const matchesPattern = (pattern: string, text: string): boolean => {
  const known = tests.get(pattern);
  if (known) return known(text);
  const anchored = `^(?:${pattern})$`;
  const { RE2 } = /[\\[{]|\(\?/.test(pattern)
    ? (createRequire(import.meta.url)('re2-wasm') as typeof import('re2-wasm'))
    : { RE2: RegExp };
  const compiled = new RE2(anchored, 'u');
  const test = (value: string) => compiled.test(value);
  tests.set(pattern, test);
  return test(text);
};

/** Whether the value of its label satisfies a matcher. */
export const accepts = ({ operator, value }: LabelMatcher, text: string): boolean => {
  const equal = operator.endsWith('~') ? matchesPattern(value, text) : value === text;
  return equal !== operator.startsWith('!');
};

/** As Prometheus and Alertmanager write it. */
export const printMatcher = ({ label, operator, value }: LabelMatcher): string =>
  `${label}${operator}${JSON.stringify(value)}`;
