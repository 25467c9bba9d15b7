import { quoted } from '#promql/expr/string-text.js';
import type { Sample } from './promtool/complaint.js';
import type { ExprTest } from './promtool/test-file.js';

/** The label by which a witness names its test, and the one that tells its samples apart. */
const [testLabel, momentLabel] = ['__test__', '__moment__'];

/** One alert as it fired in a test, in seconds from the test's start. */
export interface Fired {
  readonly labels: Readonly<Record<string, string>>;
  readonly first: number;
  readonly last: number;
}

/**
 * The moments at which an alert fires, over the whole of a test, as a window.
 *
 * @param since Seconds from the test's start before which nothing is looked at.
 */
export const firingOver = (alert: string, until: number, interval: number, since = 0): string => {
  // A window leaves out what lies exactly at its start since Prometheus 3.0.
  const window = since > 0 ? until - since + 1 : until + interval;
  return `timestamp(ALERTS{alertname=${quoted(alert)}, alertstate="firing"})[${window}s:${interval}s]`;
};

/**
 * An expectation that never holds, so that promtool tells when the alert fired: the last of a test. A test of which it is missing
 * was not run to its end.
 *
 * @param since Seconds from the test's start before which nothing is looked at.
 */
export const witness = (
  alert: string,
  test: string,
  until: number,
  interval: number,
  since = 0,
): ExprTest => {
  const firing = firingOver(alert, until, interval, since);
  const moments = [
    marked(`min_over_time(${firing})`, momentLabel, 'first'),
    marked(`max_over_time(${firing})`, momentLabel, 'last'),
  ];
  return {
    expr: marked(`(${moments.join(' or ')})`, testLabel, test),
    eval_time: `${until}s`,
    exp_samples: [{ labels: '{}', value: 0 }],
  };
};

const marked = (expr: string, label: string, value: string): string =>
  `label_replace(${expr}, "${label}", ${JSON.stringify(value.replaceAll('$', '$$$$'))}, "", "")`;

/** The test of which an expression is the witness; nothing for any other expression. */
export const testOfWitness = (expr: string): string | undefined => {
  const [, text] = /, "__test__", ("(?:[^"\\]|\\.)*"), "", ""\)$/.exec(expr) ?? [];
  const value: unknown = text === undefined ? undefined : JSON.parse(text);
  return typeof value === 'string' ? value.replaceAll('$$', '$') : undefined;
};

/** What a witness has seen; `start` is the moment at which its test began, in seconds since 1970. */
export const firedIn = (samples: readonly Sample[], start: number): readonly Fired[] => {
  const seen = new Map<string, Fired>();
  for (const { labels: all, value } of samples) {
    const { [testLabel]: _, [momentLabel]: moment, alertstate: __, ...labels } = all;
    const key = JSON.stringify(Object.entries(labels).sort());
    const at = value - start;
    const known = seen.get(key) ?? { labels, first: at, last: at };
    seen.set(key, moment === 'first' ? { ...known, first: at } : { ...known, last: at });
  }
  return [...seen.values()].sort((a, b) => a.first - b.first);
};
