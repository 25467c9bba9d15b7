import type { AlertRule } from '#alerts/rule/rule.js';
import type { RuleGroup } from '#alerts/rule/group.js';
import type { RecordingRule } from '#alerts/rule/recording.js';
import { recordsReadBy } from '#alerts/rule/read.js';
import { lookBack } from '#promql/expr/look-back.js';

/**
 * The recording rules that are mutated with an alert: those that it reads and no other does that looks back less far,
 * so that a rule which several alerts read is mutated once, where that costs least.
 */
export const ownRecords = (alert: AlertRule, group: RuleGroup): readonly RecordingRule[] => {
  const nearest = group.alerts.toSorted((a, b) => lookBack(a.expr) - lookBack(b.expr));
  return recordsReadBy(alert.expr, group.records).filter(
    (rule) => nearest.find((each) => recordsReadBy(each.expr, group.records).includes(rule)) === alert,
  );
};
