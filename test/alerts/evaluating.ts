import type { AlertRule } from '#alerts/rule/rule.js';
import { print } from '#promql/expr/print.js';
import { type Told, evaluated } from './slo/evaluated.js';

/** What an alert's expression reads at a moment: a single value, or nothing. */
export interface Moment {
  readonly at: string;
  readonly value?: number;
}

/** The moments at which an alert's expression reads something else, by promtool, of samples every 30 seconds. */
export const misread = async (
  { expr }: AlertRule,
  input: readonly Told[],
  moments: readonly Moment[],
): Promise<readonly string[]> => {
  const nothing = { name: 'nothing', interval: '30s', records: [], alerts: [] } as const;
  // Of one alert the value counts, whatever its labels.
  const wrong = await Promise.all(
    moments.map(async (moment) => {
      const failed = await evaluated(nothing, input, [{ expr: `sum(${print(expr)})`, ...moment }]);
      return failed.length > 0 ? [moment.at] : [];
    }),
  );
  return wrong.flat();
};
