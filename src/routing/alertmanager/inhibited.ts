import type { Inhibition } from '#routing/inhibition.js';
import { satisfies } from '#routing/matcher.js';
import type { Labels } from './landing.js';

/**
 * Whether an alert is not sent because of another that fires. What both lack is equal. Two alerts that are on both sides of a rule do
 * not silence each other, and no alert silences itself by one.
 * https://github.com/prometheus/alertmanager/blob/v0.33.0/inhibit/inhibit.go
 */
export const isInhibited = (
  inhibitions: readonly Inhibition[],
  labels: Labels,
  firing: readonly Labels[],
): boolean =>
  inhibitions.some(({ source, target, equal }) => {
    if (!satisfies(labels, target)) return false;
    const onBothSides = satisfies(labels, source);
    return firing.some(
      (other) =>
        satisfies(other, source) &&
        equal.every((label) => (other[label] ?? '') === (labels[label] ?? '')) &&
        !(onBothSides && satisfies(other, target)),
    );
  });
