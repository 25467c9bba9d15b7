import type { Shape } from '#ground/shape.js';
import { isAlert as isMade } from '#alerts/rule/made.js';
import type { RuleSeverity } from '#alerts/rule/facts.js';
import type { AlertRule, Compared } from '#alerts/rule/rule.js';
import type { ComparisonOperator } from '#promql/expr/ast.js';
import type { Wanted } from '#promql/refused.js';
import type { Limit } from '#promql/unit/limit.js';
import type { Unit } from '#promql/unit/unit.js';
import type { LimitColor, Line } from './threshold.js';

/** An alert on a signal of the unit `U`, whatever labels it has. */
export interface AlertOn<out U extends Unit = Unit> extends AlertRule {
  readonly condition: Compared & { readonly limit: Limit<U> };
}

/**
 * The limits that a panel draws: those of alerts, each in the colour of its severity, and no others. Of what lies beyond any other line
 * nobody is told, so that red would cry wolf; where values are in health says `expected`.
 */
export type Limits<U extends Unit> = readonly Wanted<
  AlertOn<U>,
  `limits are those of alerts on values in ${U}: write limits: [alert]`
>[];

/** Where an alert is drawn, and how it is crossed. */
export interface Crossing {
  readonly operator: ComparisonOperator;
  readonly limit: Limit;
}

/** Lines across a panel, and the alerts on what it shows, with these limits or with others. */
export interface Drawing {
  readonly lines: readonly Line[];
  readonly alerts: readonly AlertRule[];
}

/** Yellow is left to warnings, and red to what is critical. */
const colorOf = { none: 'blue', warning: 'yellow', critical: 'red' } as const satisfies Record<
  RuleSeverity,
  LimitColor
>;

/** Those of a pack's alerts that an application has: one that it left out is drawn nowhere. */
export const given = <A>(...alerts: readonly (A | undefined)[]): readonly A[] =>
  alerts.filter((each) => each !== undefined);

/** Where an alert is drawn: at its limit, or where its estimate crosses when it fires; nowhere where it has no limit. */
export function lineOf(alert: AlertOn): Crossing;
export function lineOf(alert: AlertRule): Crossing | undefined;
export function lineOf({ condition: { operator, limit }, counted }: AlertRule): Crossing | undefined {
  return limit && { operator, limit: counted?.line ?? limit };
}

/** What is given for an alert and is none: a limit by itself, or one at a colour. */
const anAlert: Shape = (where, value) =>
  isMade(value)
    ? []
    : [
        {
          where,
          what: '',
          code: 'limit-of-no-alert',
          why: 'it is no alert, and nobody is told of what lies beyond it',
          cure: 'list alerts: limits: [alerts.highErrorRate]; where values are in health says expected: { to: … }',
        },
      ];
/** Alerts alone, where types were put aside. */
export const limitsShape: Shape = (where, value) =>
  Array.isArray(value) ? value.flatMap((each, i) => anAlert(`${where}[${i}]`, each)) : anAlert(where, value);

/** What lies below zero of what is left of a budget: it is overspent, whoever is told of it. */
const overspent = (unit: Unit): Line => ({ color: 'red', operator: '<', limit: { value: 0, unit } });

/**
 * What a panel draws of its limits.
 *
 * @param budget The unit of its values, where they are what is left of a budget.
 */
export const drawing = (limits: Limits<Unit> = [], budget?: Unit): Drawing => ({
  lines: [
    ...limits.map((alert) => ({ color: colorOf[alert.severity], ...lineOf(alert) })),
    ...(budget === undefined ? [] : [overspent(budget)]),
  ],
  alerts: limits,
});

/** Whether a line is drawn where this is crossed; none is where nothing is. */
export const drawsLine = ({ lines }: Pick<Drawing, 'lines'>, crossing: Crossing | undefined): boolean =>
  lines.some(
    ({ operator, limit }) => operator === crossing?.operator && limit.value === crossing.limit.value,
  );
