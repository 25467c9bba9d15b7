import type { Release } from '#ground/release.js';

/** Prometheus's types of values: a number, a series each with one, a series each with several, a text. */
export type ValueType = 'scalar' | 'vector' | 'matrix' | 'string';

/** Since when Prometheus knows something. */
export interface Known {
  /** The first release that knows it at all. */
  readonly since: Release;
  /** The first that knows it without a flag; nothing where none does yet. */
  readonly stable?: Release;
}

/** A function of PromQL. */
export interface PromqlFunction extends Known {
  readonly takes: readonly ValueType[];
  /** How many of what it takes last may be left out. */
  readonly optional: number;
  /** How often what it takes last may be given once more. */
  readonly repeats: number;
  readonly gives: ValueType;
}

type Argument = ValueType | `${ValueType}?` | `${ValueType}…`;
type Named = readonly [name: string, PromqlFunction];

const types: readonly ValueType[] = ['scalar', 'vector', 'matrix', 'string'];

const giving =
  (gives: ValueType, known: Known, repeats = Infinity) =>
  (names: string, ...takes: readonly Argument[]): readonly Named[] =>
    names.split(' ').map((name) => [
      name,
      {
        takes: takes.map((each) => types.find((type) => each.startsWith(type)) ?? 'vector'),
        optional: takes.filter((each) => /[?…]$/.test(each)).length,
        repeats: takes.some((each) => each.endsWith('…')) ? repeats : 0,
        gives,
        ...known,
      },
    ]);

/** A vector by a function that needs no flag in the release that brought it, nor in later ones. */
const vector = (since: Release) => giving('vector', { since, stable: since });
const scalar = (since: Release) => giving('scalar', { since, stable: since });
/** A vector by a function that no release knows without a flag. */
const experimental = (since: Release, repeats?: number) => giving('vector', { since }, repeats);
const experimentalScalar = (since: Release) => giving('scalar', { since });

/**
 * Every function of PromQL, with what it takes and gives and the release that brought it,
 * https://github.com/prometheus/prometheus/blob/v3.14.0/promql/parser/functions.go and the same file of each release since 2.26.
 */
export const functions: ReadonlyMap<string, PromqlFunction> = new Map([
  ...vector('2.0')('abs absent ceil exp floor ln log2 log10 sqrt sort sort_desc timestamp', 'vector'),
  ...vector('2.0')('day_of_month day_of_week days_in_month hour minute month year', 'vector?'),
  ...vector('2.0')('avg_over_time count_over_time max_over_time min_over_time sum_over_time', 'matrix'),
  ...vector('2.0')('stddev_over_time stdvar_over_time', 'matrix'),
  ...vector('2.0')('changes delta deriv idelta increase irate rate resets', 'matrix'),
  ...vector('2.0')('predict_linear', 'matrix', 'scalar'),
  ...vector('2.0')('quantile_over_time', 'scalar', 'matrix'),
  ...vector('2.0')('histogram_quantile', 'scalar', 'vector'),
  ...vector('2.0')('clamp_max clamp_min', 'vector', 'scalar'),
  ...vector('2.0')('round', 'vector', 'scalar?'),
  ...vector('2.0')('label_replace', 'vector', 'string', 'string', 'string', 'string'),
  ...vector('2.0')('label_join', 'vector', 'string', 'string', 'string…'),
  ...vector('2.0')('vector', 'scalar'),
  ...scalar('2.0')('scalar', 'vector'),
  ...scalar('2.0')('time'),
  ...vector('2.16')('absent_over_time', 'matrix'),
  ...vector('2.26')('last_over_time', 'matrix'),
  ...vector('2.26')('sgn', 'vector'),
  ...vector('2.26')('clamp', 'vector', 'scalar', 'scalar'),
  ...vector('2.29')('present_over_time', 'matrix'),
  ...vector('2.31')('acos acosh asin asinh atan atanh cos cosh deg rad sin sinh tan tanh', 'vector'),
  ...scalar('2.31')('pi'),
  ...vector('2.36')('day_of_year', 'vector?'),
  ...vector('2.40')('histogram_count histogram_sum', 'vector'),
  ...vector('2.40')('histogram_fraction', 'scalar', 'scalar', 'vector'),
  ...vector('2.47')('histogram_stddev histogram_stdvar', 'vector'),
  ...experimental('2.49')('mad_over_time', 'matrix'),
  ...experimental('2.49')('sort_by_label sort_by_label_desc', 'vector', 'string…'),
  ...vector('2.51')('histogram_avg', 'vector'),
  ...experimental('2.55')('info', 'vector', 'vector?'),
  ...experimental('3.0')('double_exponential_smoothing', 'matrix', 'scalar', 'scalar'),
  ...experimental('3.5')('ts_of_last_over_time ts_of_max_over_time ts_of_min_over_time', 'matrix'),
  ...giving('vector', { since: '3.7', stable: '3.14' })('first_over_time', 'matrix'),
  ...experimental('3.7')('ts_of_first_over_time', 'matrix'),
  ...experimental('3.11', 8)('histogram_quantiles', 'vector', 'string', 'scalar', 'scalar…'),
  ...experimentalScalar('3.12')('start end range step'),
  ...experimentalScalar('3.13')('max_of min_of', 'scalar', 'scalar'),
  ...experimental('3.14')('start_timestamp', 'vector'),
]);

/** Functions that later releases know no more, with the one to write instead. */
export const renamedFunctions: ReadonlyMap<string, string> = new Map([
  ['holt_winters', 'double_exponential_smoothing'],
]);

/** What an aggregation takes before its series, and since when Prometheus knows it. */
export interface PromqlAggregation extends Known {
  readonly parameter?: ValueType;
}

const aggregation = (names: string, known: Known, parameter?: ValueType) =>
  names
    .split(' ')
    .map((name): readonly [string, PromqlAggregation] => [
      name,
      { ...known, ...(parameter && { parameter }) },
    ]);

/** Every aggregation of PromQL, https://prometheus.io/docs/prometheus/latest/querying/operators/#aggregation-operators. */
export const aggregations: ReadonlyMap<string, PromqlAggregation> = new Map([
  ...aggregation('sum avg min max count stddev stdvar', { since: '2.0', stable: '2.0' }),
  ...aggregation('topk bottomk quantile', { since: '2.0', stable: '2.0' }, 'scalar'),
  ...aggregation('count_values', { since: '2.0', stable: '2.0' }, 'string'),
  ...aggregation('group', { since: '2.20', stable: '2.20' }),
  ...aggregation('limitk limit_ratio', { since: '2.54' }, 'scalar'),
]);
