import type { AlertRule } from '#alerts/rule/rule.js';

/** The labels of all alerts that a proof sees fire. */
export const toldIn = (alert: AlertRule): readonly Readonly<Record<string, string>>[] =>
  alert.scenarios().fires.flatMap(({ tells }) => tells.map(({ labels }) => labels));
