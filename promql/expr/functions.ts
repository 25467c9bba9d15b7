/** Prometheus's types of values: a number, a series each with one, a series each with several, a text. */
export type ValueType = 'scalar' | 'vector' | 'matrix' | 'string';

/** A function of PromQL. */
export interface PromqlFunction {
  readonly takes: readonly ValueType[];
  /** How many of what it takes last may be left out; without an end where it may be repeated too. */
  readonly optional: number;
  readonly repeats: boolean;
  readonly gives: ValueType;
  /** Whether Prometheus knows it only with `--enable-feature=promql-experimental-functions`. */
  readonly isExperimental: boolean;
}

const giving =
  (gives: ValueType, isExperimental = false) =>
  (names: string, ...takes: readonly (ValueType | `${ValueType}?` | `${ValueType}…`)[]) =>
    names.split(' ').map((name): readonly [string, PromqlFunction] => {
      const last = takes.filter((each) => /[?…]$/.test(each)).length;
      const plain = takes.map((each) => types.find((type) => each.startsWith(type)) ?? 'vector');
      return [
        name,
        {
          takes: plain,
          optional: last,
          repeats: takes.some((each) => each.endsWith('…')),
          gives,
          isExperimental,
        },
      ];
    });
const types: readonly ValueType[] = ['scalar', 'vector', 'matrix', 'string'];

const vector = giving('vector');
const scalar = giving('scalar');
const experimental = giving('vector', true);

/**
 * Every function of PromQL, with what it takes and gives,
 * https://github.com/prometheus/prometheus/blob/release-3.5/promql/parser/functions.go.
 */
export const functions: ReadonlyMap<string, PromqlFunction> = new Map([
  ...vector('abs absent ceil exp floor ln log2 log10 sgn sqrt sort sort_desc timestamp', 'vector'),
  ...vector('acos acosh asin asinh atan atanh cos cosh deg rad sin sinh tan tanh', 'vector'),
  ...vector('histogram_avg histogram_count histogram_sum histogram_stddev histogram_stdvar', 'vector'),
  ...vector('day_of_month day_of_week day_of_year days_in_month hour minute month year', 'vector?'),
  ...vector('avg_over_time count_over_time last_over_time max_over_time min_over_time', 'matrix'),
  ...vector('present_over_time stddev_over_time stdvar_over_time sum_over_time absent_over_time', 'matrix'),
  ...vector('changes delta deriv idelta increase irate rate resets', 'matrix'),
  ...vector('predict_linear', 'matrix', 'scalar'),
  ...vector('quantile_over_time', 'scalar', 'matrix'),
  ...vector('histogram_quantile', 'scalar', 'vector'),
  ...vector('histogram_fraction', 'scalar', 'scalar', 'vector'),
  ...vector('clamp', 'vector', 'scalar', 'scalar'),
  ...vector('clamp_max clamp_min', 'vector', 'scalar'),
  ...vector('round', 'vector', 'scalar?'),
  ...vector('label_replace', 'vector', 'string', 'string', 'string', 'string'),
  ...vector('label_join', 'vector', 'string', 'string', 'string…'),
  ...vector('vector', 'scalar'),
  ...scalar('scalar', 'vector'),
  ...scalar('pi time'),
  ...experimental('info', 'vector', 'vector?'),
  ...experimental('sort_by_label sort_by_label_desc', 'vector', 'string…'),
  ...experimental('double_exponential_smoothing', 'matrix', 'scalar', 'scalar'),
  ...experimental('mad_over_time first_over_time', 'matrix'),
  ...experimental('ts_of_first_over_time ts_of_last_over_time', 'matrix'),
  ...experimental('ts_of_max_over_time ts_of_min_over_time', 'matrix'),
]);

/** Aggregations that Prometheus knows only with the same flag. */
export const experimentalAggregations = ['limitk', 'limit_ratio'];

/** What an aggregation takes before its series. */
export const parameterOf = (operator: string): ValueType | undefined => {
  if (operator === 'count_values') return 'string';
  return ['topk', 'bottomk', 'quantile', ...experimentalAggregations].includes(operator)
    ? 'scalar'
    : undefined;
};
