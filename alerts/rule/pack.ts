import { isDeepStrictEqual } from 'node:util';
import type { Unit } from '../../promql/unit/unit.js';
import { type Alert, type AlertRule, type AlertSpec, alert } from './alert.js';

/** Alerts that belong together, each under a key by which an application names it. */
export type RulePack = Readonly<Record<string, AlertRule>>;

type Part<A> =
  A extends Alert<infer L, infer U> ? Partial<AlertSpec<L, U>> & { readonly name?: string } : never;

/** Leaves an alert of a pack out. */
export const leftOut = Symbol('left out');

/** What an application changes in a pack: fields of its alerts, or that one is left out. */
export type Overrides<P extends RulePack> = { readonly [K in keyof P]?: Part<P[K]> | typeof leftOut };
/** Refuses keys that the pack does not have, which a type with optional keys alone lets through. */
type Only<K extends PropertyKey, O> = string extends keyof O
  ? unknown
  : { readonly [Unknown in Exclude<keyof O, K>]: never };
type Kept<P extends RulePack, O extends Overrides<P>> = {
  readonly [K in keyof P as O[K] extends typeof leftOut ? never : K]: P[K];
};

/**
 * A pack with some fields of its alerts changed, or without some of its alerts.
 *
 * @throws Error on an override that changes nothing: it says something that is not so, or is so already.
 */
export const override = <P extends RulePack, const O extends Overrides<P>>(
  pack: P,
  overrides: O & Only<keyof P, O>,
): Kept<P, O> => {
  const idle: string[] = [];
  const rules = Object.entries(pack).flatMap(([key, rule]): [string, AlertRule][] => {
    const change: unknown = overrides[key];
    if (change === undefined) return [[key, rule]];
    if (change === leftOut) return [];
    return [[key, changed(key, rule as AnyAlert, change as Change, idle)]];
  });
  const unknown = Object.keys(overrides).filter((key) => !(key in pack));
  const faults = [
    ...unknown.map((key) => `there is no alert ${key} in this pack; it has ${Object.keys(pack).join(', ')}`),
    ...idle,
  ];
  if (faults.length > 0) throw new Error(`override:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  return Object.fromEntries(rules) as Kept<P, O>;
};

type AnyAlert = Alert<string, Unit>;
type Change = Partial<AlertSpec<string, Unit>> & { readonly name?: string };

const changed = (key: string, { name, spec }: AnyAlert, change: Change, idle: string[]): AlertRule => {
  const before: Readonly<Record<string, unknown>> = { ...spec, name };
  const after: Readonly<Record<string, unknown>> = change;
  const same = Object.keys(after).filter((field) => isDeepStrictEqual(before[field], after[field]));
  if (Object.keys(after).length === 0) idle.push(`${key}: the override is empty; leave it out`);
  idle.push(...same.map((field) => `${key}.${field} is ${told(after[field])} already; leave it out`));
  const { name: newName = name, ...fields } = change;
  return alert(newName, { ...spec, ...fields });
};

const told = (value: unknown): string => (typeof value === 'string' ? value : 'so');
