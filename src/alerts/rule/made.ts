import { isObject } from '#ground/field.js';
import type { AlertRule } from './rule.js';

/**
 * The alerts that were made and are in no group yet. An alert that is made and then lost, as by spreading two packs that share a key,
 * is quiet for ever, and nothing in `dist/` tells of it; only whoever made it can. So making is entered here, and struck out by
 * what takes the alert: a group, an override that makes another of it, `leftOut`.
 */
const waiting = new Map<object, AlertRule>();

/** Every alert as it was made, by what its copies still have in common with it. */
const originals = new WeakMap<object, AlertRule>();

/** Whether a value is an alert, or a copy of one. */
export const isAlert = (value: unknown): boolean =>
  isObject(value) && isObject(value['made']) && originals.has(value['made']);

/** Enters an alert that was made. */
export const enter = <A extends AlertRule>(alert: A): A => {
  waiting.set(alert.made, alert);
  originals.set(alert.made, alert);
  return alert;
};

/** Strikes an alert out: it was taken, or left out on purpose. */
export const strikeOut = ({ made }: AlertRule): void => {
  waiting.delete(made);
};

/** The alert that this one is, or was copied of, as it was made; nothing where it was made by hand. */
export const originalOf = ({ made }: AlertRule): AlertRule | undefined => originals.get(made);

/** The alerts that were made, and that no group took and nobody left out. */
export const lost = (): readonly AlertRule[] => [...waiting.values()];
