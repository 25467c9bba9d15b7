import { isDeepStrictEqual } from 'node:util';
import { type Fault, refuse } from '#ground/fault.js';
import type { Limit } from '#promql/unit/limit.js';
import type { Unit } from '#promql/unit/unit.js';
import type { Alert } from './alert.js';
import { changeShape } from './fault/shape.js';
import { strikeOut } from './made.js';
import type { AlertRule, Change } from './rule.js';

/** Alerts that belong together, each under a key by which an application names it. An interface with alerts only is one. */
export type PackOf<P> = { readonly [K in keyof P]: AlertRule };

/** The alerts of a pack. */
export const alertsOf = <P extends PackOf<P>>(pack: P): readonly AlertRule[] =>
  Object.values<AlertRule>(pack);

/** Any pack, for what reads no key of it. */
export type RulePack = Readonly<Record<string, AlertRule>>;

/** A change in the unit of the alert's own limit, where it is known to have one. */
type ChangeOf<A> = A extends { readonly condition: { readonly limit: Limit<infer U> } } ? Change<U> : Change;

/** Leaves an alert of a pack out. */
export const leftOut = Symbol('left out');

/** What an application changes in a pack: facts of its alerts, or that one is left out. */
export type Overrides<P> = { readonly [K in keyof P]?: ChangeOf<P[K]> | typeof leftOut };
/** Refuses keys that the pack does not have, which a type with optional keys alone lets through. */
type Only<K extends PropertyKey, O> = string extends keyof O
  ? unknown
  : { readonly [Unknown in Exclude<keyof O, K>]: never };
type Kept<P, O> = {
  readonly [K in keyof P as K extends keyof O ? (O[K] extends typeof leftOut ? never : K) : K]: P[K];
};

/**
 * A pack with facts of its alerts changed, or without some of its alerts; or one alert with facts changed. Expression, sentences,
 * runbook and proof are made anew from them.
 *
 * @throws Error on an override that changes nothing: it says something that is not so, or is so already; and where an alert cannot
 *   work with what it is given.
 */
export function override<L extends string, U extends Unit>(
  alert: Alert<L, U>,
  change: Change<U>,
): Alert<L, U>;
export function override<P extends PackOf<P>, const O extends Overrides<P>>(
  pack: P,
  overrides: O & Only<keyof P, O>,
): Kept<P, O>;
export function override(...given: OfAlert | OfPack): unknown {
  const faults: Fault[] = [];
  const made = isOfAlert(given) ? changed(given[0].name, ...given, faults) : changedPack(...given, faults);
  refuse('override', faults);
  return made;
}

type Changes = Readonly<Record<string, Change | typeof leftOut>>;
type OfAlert = readonly [alert: AlertRule, change: Change];
type OfPack = readonly [pack: RulePack, changes: Changes];

const isOfAlert = (given: OfAlert | OfPack): given is OfAlert => typeof given[0].scenarios === 'function';

const changedPack = (pack: RulePack, changes: Changes, faults: Fault[]): RulePack => {
  faults.push(
    ...Object.keys(changes)
      .filter((key) => !(key in pack))
      .map((key) => ({
        where: key,
        what: key,
        code: 'no-such-alert' as const,
        why: `there is no alert ${key} in this pack`,
        cure: `it has ${Object.keys(pack).join(', ')}`,
      })),
  );
  return Object.fromEntries(
    Object.entries(pack).flatMap(([key, rule]): [string, AlertRule][] => {
      const change = changes[key];
      if (change === undefined) return [[key, rule]];
      if (change !== leftOut) return [[key, changed(key, rule, change, faults)]];
      strikeOut(rule);
      return [];
    }),
  );
};

const changed = (key: string, rule: AlertRule, change: Change, faults: Fault[]): AlertRule => {
  const malformed = changeShape(key, change);
  faults.push(...malformed);
  if (malformed.length > 0) return rule;
  const idle = idleIn(key, rule, change);
  faults.push(...idle);
  if (idle.length > 0) return rule;
  strikeOut(rule);
  return rule.redefined({ name: rule.name, ...change });
};

/** What an override says that changes nothing. */
const idleIn = (key: string, rule: AlertRule, change: Change): readonly Fault[] => {
  const before: Readonly<Record<string, unknown>> = { ...rule, limit: rule.condition.limit };
  const said = Object.entries(change);
  const idle = (where: string, why: string): Fault => ({
    where,
    what: '',
    code: 'setting-for-nothing',
    why,
    cure: 'leave it out',
  });
  return [
    ...(said.length === 0 ? [idle('', `${key}: the override is empty`)] : []),
    ...said
      .filter(([field, value]) => isDeepStrictEqual(before[field], value))
      .map(([field, value]) =>
        idle('', `${key}.${field} is ${typeof value === 'string' ? value : 'so'} already`),
      ),
    ...('window' in change && rule.window === undefined
      ? [idle('', `${key}.window: ${rule.name} looks at the present only`)]
      : []),
  ];
};
