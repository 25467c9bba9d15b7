import { isLogRule } from '#alerts/log/log-alert.js';
import type { AlertRule } from '#alerts/rule/rule.js';
import type { Language } from '#ground/language.js';
import { humanize } from '#promql/unit/humanize.js';
import { words } from './words.js';

/** When an alert fires, in words: its condition, how long it must hold, and within which hours. */
export const firesWhen = (rule: AlertRule, language: Language): string => {
  const say = words[language];
  const { condition, counted, for: pendingFor, keepFiringFor, during } = rule;
  // Of what is absent there is a series or none: its value says nothing.
  if (isLogRule(rule) && rule.reads.function === 'absent_over_time') return say.present(pendingFor);
  const { operator, limit } = counted ?? condition;
  const holds =
    operator === undefined || limit === undefined
      ? say.present(pendingFor)
      : say.condition(operator, humanize(limit), pendingFor);
  return [
    holds,
    ...(keepFiringFor === undefined ? [] : [say.keepFiring(keepFiringFor)]),
    ...(during ? [say.during(during)] : []),
  ].join(' ');
};
