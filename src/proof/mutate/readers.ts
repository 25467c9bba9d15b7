import type { RecordingRule } from '#alerts/rule/recording.js';
import type { Expr } from '#promql/expr/ast.js';
import { type Around, placesIn } from './place.js';

/**
 * What stands around a recorded expression, each way by which an alert reads it: around its name in the alert's expression, or in
 * another recording rule, and around that.
 */
export const waysTo = (
  record: string,
  alert: Expr,
  records: readonly RecordingRule[],
): readonly (readonly Around[])[] => {
  const readings = (expr: Expr): readonly (readonly Around[])[] =>
    placesIn(expr).flatMap((place) =>
      place.expr.type === 'selector' && place.expr.metric.name === record ? [place.around] : [],
    );
  return [
    ...readings(alert),
    ...records
      .filter((rule) => rule.record !== record)
      .flatMap((rule) => {
        const inside = readings(rule.expr);
        return inside.length === 0
          ? []
          : waysTo(rule.record, alert, records).flatMap((outside) =>
              inside.map((around) => [...outside, ...around]),
            );
      }),
  ];
};
