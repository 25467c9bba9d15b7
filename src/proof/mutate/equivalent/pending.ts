import type { AlertRule } from '#alerts/rule/rule.js';
import { type Duration, inSeconds } from '#ground/duration.js';

/** Another `for` that holds at as many evaluations. */
export const sameEvaluations = (from: AlertRule, to: AlertRule, interval: number): string | undefined => {
  if (from.for === to.for) return undefined;
  const evaluations = (pending: Duration): number => Math.ceil(inSeconds(pending) / interval);
  return evaluations(from.for) === evaluations(to.for)
    ? `evaluated each ${interval} s, both wait for ${evaluations(from.for)} evaluations`
    : undefined;
};
