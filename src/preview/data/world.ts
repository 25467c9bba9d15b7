import type { AlertRule } from '#alerts/rule/rule.js';
import type { Behaviour } from '#alerts/scenario/behaviour.js';
import { type Application, alertsOf } from '#application/application.js';
import type { Selector } from '#promql/expr/ast.js';
import { type Asked, askedOf, summed } from './asked.js';
import { type Read, thingsNamed } from './values.js';

/** An alert with what the first case of its proof reads, in which it must fire. */
export interface Proven {
  readonly rule: AlertRule;
  readonly series: readonly Behaviour[];
}

/** What of one application its series are made of. */
export interface World {
  readonly asked: readonly Asked[];
  readonly proofs: readonly Proven[];
  readonly summed: ReadonlySet<string>;
  /** Who reads a metric, and what proofs have of it, by its stored name. */
  readonly read: (name: string) => Read;
}

const grouped = <T>(all: readonly T[], name: (each: T) => string): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>();
  for (const each of all) {
    const group = groups.get(name(each));
    if (group) group.push(each);
    else groups.set(name(each), [each]);
  }
  return groups;
};

/** Those of objectives come last: they are about what others are about too, and their proofs have no time before their fault. */
const inOrder = (rules: readonly AlertRule[]): readonly AlertRule[] => {
  const later = ({ expr }: AlertRule): boolean => JSON.stringify(expr).includes('"recorded"');
  return [...rules.filter((rule) => !later(rule)), ...rules.filter(later)];
};

export const worldOf = (application: Application): World => {
  const asked = askedOf(application);
  const proofs = inOrder(alertsOf(application)).map((rule) => ({
    rule,
    series: rule.scenarios().fires[0]?.series ?? [],
  }));
  const selectors = grouped<Selector>(
    asked.map(({ selector }) => selector),
    ({ metric }) => metric.name,
  );
  const proven = grouped<Behaviour>(
    proofs.flatMap(({ series }) => series),
    ({ metric }) => metric.name,
  );
  const things = thingsNamed(asked.map(({ selector }) => selector));
  return {
    asked,
    proofs,
    summed: summed(application),
    read: (name) => ({ selectors: selectors.get(name) ?? [], proven: proven.get(name) ?? [], things }),
  };
};
