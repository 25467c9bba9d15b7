import { type Duration, inSeconds } from '#ground/duration.js';
import { refuse } from '#ground/fault.js';
import type { Lines } from './lines.js';

/** Functions that make numbers of lines, https://grafana.com/docs/loki/latest/query/metric_queries/. */
export const rangeFunctions = ['count_over_time', 'rate', 'absent_over_time'] as const;

/** In which unit each of them reads. */
export type LogUnit = 'count' | 'perSecond';

/** By what series of numbers are told apart: labels alone, for each value of what has many would be an alert. */
export type LogLabel = 'app' | 'level';

/** Numbers made of lines, one for each value of the labels `L`, added up: `sum by (app) (rate({namespace="shop"}[5m]))`. */
export interface LogSignal<out L extends LogLabel, out U extends LogUnit> {
  readonly function: (typeof rangeFunctions)[number];
  readonly lines: Lines;
  readonly window: Duration;
  readonly by: readonly L[];
  readonly unit: U;
}

/** Any of them. */
export type AnyLogSignal = LogSignal<LogLabel, LogUnit>;

const refuseWindow = (window: Duration): void =>
  refuse(
    'a window of lines',
    inSeconds(window) > 0
      ? []
      : [
          {
            where: 'window',
            what: window,
            code: 'zero-length',
            why: 'no line is in a window without length',
            cure: "write e.g. '5m'",
          },
        ],
  );

/** How lines are told apart. */
export interface By<L extends LogLabel> {
  readonly by?: readonly L[];
}

/** How many lines there were within the window. */
export const countLines = <const L extends LogLabel = never>(
  lines: Lines,
  window: Duration,
  { by = [] }: By<L> = {},
): LogSignal<L, 'count'> => {
  refuseWindow(window);
  return { function: 'count_over_time', lines, window, by, unit: 'count' };
};

/** How many lines there were a second, over the window. */
export const lineRate = <const L extends LogLabel = never>(
  lines: Lines,
  window: Duration,
  { by = [] }: By<L> = {},
): LogSignal<L, 'perSecond'> => {
  refuseWindow(window);
  return { function: 'rate', lines, window, by, unit: 'perSecond' };
};

/**
 * 1 for an app of which there was no line within the window, and nothing where there was one.
 *
 * @throws Error on lines of several apps: Loki tells only of which label it knows the one value.
 */
export const absentLines = (lines: Lines, window: Duration): LogSignal<'app', 'count'> => {
  refuseWindow(window);
  refuse(
    'absentLines',
    lines.selector.some(({ label, operator }) => label === 'app' && operator === '=')
      ? []
      : [
          {
            where: '',
            what: 'app',
            code: 'no-such-label',
            why: 'lines of no app are absent where all of them are, and Loki could not say whose',
            cure: "name one: logLines(agent, { app: 'shop' })",
          },
        ],
  );
  return { function: 'absent_over_time', lines, window, by: ['app'], unit: 'count' };
};
