import type { Duration } from '#ground/duration.js';
import { refuse } from '#ground/fault.js';
import { isObject } from '#ground/field.js';
import { byName, exactly, length, listOf, madeBy } from '#ground/shape.js';
import { groupFaults } from '#alerts/rule/group.js';
import { isAlert, strikeOut } from '#alerts/rule/made.js';
import { alertsOf } from '#alerts/rule/pack.js';
import { type LogRule, isLogRule } from './log-alert.js';

/** Alerts that Loki's ruler evaluates together, once each interval. */
export interface LogGroup {
  readonly name: string;
  readonly interval: Duration;
  readonly records: readonly [];
  readonly alerts: readonly LogRule[];
}

/** Alerts that read logs, each under a key by which an application names it. */
export type LogPack<P> = { readonly [K in keyof P]: LogRule };

const isLogAlert = (value: unknown): boolean => isAlert(value) && isObject(value) && 'logql' in value;
const shape = exactly({ packs: listOf(byName(madeBy('logAlert(…)', isLogAlert))) }, { interval: length });

/**
 * A rule group of Loki's ruler: the alerts of its packs.
 *
 * @throws Error on what `group(…)` is refused for, and on alerts that read no logs: these Prometheus evaluates.
 */
export const logGroup = <const P extends readonly object[]>(
  name: string,
  given: {
    /** How often they are evaluated: each time all lines of their windows are read. */
    readonly interval?: Duration;
    readonly packs: P & { readonly [I in keyof P]: LogPack<P[I]> };
  },
): LogGroup => {
  refuse(`rule group ${name}`, shape('', given));
  const { interval = '1m', packs } = given;
  const alerts = packs
    .flatMap((pack) => alertsOf(pack))
    .filter(isLogRule)
    .map((alert) => {
      strikeOut(alert);
      const paced = alert.scraped(interval);
      strikeOut(paced);
      return paced;
    });
  const made: LogGroup = { name, interval, records: [], alerts };
  refuse(`rule group ${name}`, groupFaults(made));
  return made;
};
