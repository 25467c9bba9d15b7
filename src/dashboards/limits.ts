import { refuse } from '#ground/fault.js';
import { isObject } from '#ground/field.js';
import { keyed } from '#ground/keyed.js';
import { type Shape, exactly, oneOf } from '#ground/shape.js';
import { isAlert as isMade } from '#alerts/rule/made.js';
import type { RuleSeverity } from '#alerts/rule/facts.js';
import type { AlertRule, Compared } from '#alerts/rule/rule.js';
import { type ComparisonOperator, comparisonOperators } from '#promql/expr/ast.js';
import { type Limit, aLimit } from '#promql/unit/limit.js';
import type { Wanted } from '#promql/refused.js';
import type { Unit } from '#promql/unit/unit.js';
import { type Line, type LimitColor, limitColors } from './threshold.js';

/** An alert on a signal of the unit `U`, whatever labels it has. */
export interface AlertOn<out U extends Unit = Unit> extends AlertRule {
  readonly condition: Compared & { readonly limit: Limit<U> };
}

/** A limit of which nobody is told, and how it is crossed. */
export interface Crossing<out U extends Unit = Unit> {
  readonly operator: ComparisonOperator;
  readonly limit: Limit<U>;
}

type Drawn<U extends Unit> = Limit<U> | Crossing<U> | AlertOn<U>;

/**
 * The limits that a panel draws: of alerts, each in the colour of its severity, or whatever stands at a colour. A
 * limit by itself, of which nobody is told, is crossed by what is greater. `Instead` is what to write where another is given.
 */
export type Limits<U extends Unit, Instead extends string> =
  readonly AlertOn<U>[] | { readonly [C in LimitColor]?: Wanted<Drawn<U>, Instead> };

/** Lines across a panel, and the alerts on what it shows, with these limits or with others. */
export interface Drawing {
  readonly lines: readonly Line[];
  readonly alerts: readonly AlertRule[];
}

const colorOf = { none: 'yellow', warning: 'yellow', critical: 'red' } as const satisfies Record<
  RuleSeverity,
  LimitColor
>;

const isAlert = (drawn: Drawn<Unit>): drawn is AlertOn => 'condition' in drawn;

/** Those of a pack's alerts that an application has: one that it left out is drawn nowhere. */
export const given = <A>(...alerts: readonly (A | undefined)[]): readonly A[] =>
  alerts.filter((each) => each !== undefined);

/** Where an alert is drawn: at its limit, or where its estimate crosses when it fires; nowhere where it has no limit. */
export function lineOf(alert: AlertOn): Crossing;
export function lineOf(alert: AlertRule): Crossing | undefined;
export function lineOf({ condition: { operator, limit }, counted }: AlertRule): Crossing | undefined {
  return limit && { operator, limit: counted?.line ?? limit };
}

const crossing = (drawn: Drawn<Unit>): Crossing => {
  if (isAlert(drawn)) return lineOf(drawn);
  return 'operator' in drawn ? drawn : { operator: '>', limit: drawn };
};

const line = (color: LimitColor, drawn: Drawn<Unit>): Line => {
  const { operator, limit } = crossing(drawn);
  return { color, operator, limit };
};

const aCrossing = exactly({ operator: oneOf(comparisonOperators), limit: aLimit });
const aLine: Shape = (where, value) => {
  if (!isObject(value)) return aLimit(where, value);
  return isMade(value) ? [] : ('operator' in value ? aCrossing : aLimit)(where, value);
};
const limitsShape = exactly(
  {},
  keyed(limitColors, () => aLine),
);

const isList = (limits: Limits<Unit, string>): limits is readonly AlertOn[] => Array.isArray(limits);

const entries = (limits: Limits<Unit, string>): readonly (readonly [LimitColor, Drawn<Unit>])[] => {
  if (isList(limits)) return limits.map((alert) => [colorOf[alert.severity], alert]);
  refuse('limits', limitsShape('', limits));
  return limitColors.flatMap((color) => {
    const drawn = limits[color];
    return drawn ? [[color, drawn] as const] : [];
  });
};

/** What a panel draws of its limits. */
export const drawing = (limits: Limits<Unit, string> = []): Drawing => {
  const drawn = entries(limits);
  return {
    lines: drawn.map(([color, each]) => line(color, each)),
    alerts: drawn.flatMap(([, each]) => (isAlert(each) ? [each] : [])),
  };
};
