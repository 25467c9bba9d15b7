import type { AlertRule } from '#alerts/rule/rule.js';
import type { RuleGroup } from '#alerts/rule/group.js';
import type { RecordingRule } from '#alerts/rule/recording.js';
import { selectors } from '#promql/expr/ast.js';
import { lookBack } from '#promql/expr/look-back.js';
import { unfolded } from '#promql/expr/recorded.js';

/** The recording rules of a group that an alert reads, by itself or through others, in the group's order. */
export const recordsReadBy = ({ expr }: AlertRule, { records }: RuleGroup): readonly RecordingRule[] => {
  const names = new Set(
    unfolded(expr)
      .flatMap(selectors)
      .map(({ metric }) => metric.name),
  );
  return records.filter(({ record }) => names.has(record));
};

/**
 * The recording rules that are mutated with an alert: those that it reads and no other does that looks back less far,
 * so that a rule which several alerts read is mutated once, where that costs least.
 */
export const ownRecords = (alert: AlertRule, group: RuleGroup): readonly RecordingRule[] => {
  const nearest = group.alerts.toSorted((a, b) => lookBack(a.expr) - lookBack(b.expr));
  return recordsReadBy(alert, group).filter(
    (rule) => nearest.find((each) => recordsReadBy(each, group).includes(rule)) === alert,
  );
};
