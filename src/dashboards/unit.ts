import { refuse } from '#ground/fault.js';
import { oneOf } from '#ground/shape.js';
import type * as units from '@grafana/grafana-foundation-sdk/units';
import type { Unit } from '#promql/unit/unit.js';

/** The id of a unit that Grafana knows, by its list or as it is spelled: the whole amount of a currency is on no list. */
export type GrafanaUnit = Extract<(typeof units)[keyof typeof units], string> | typeof wholeWon;

/** ₩1,234,567, where `currencyKRW` says ₩1.23 Mil: what was sold is read to the won. */
const wholeWon = 'currency:financial:₩';

/** Grafana's ids for a unit of PromQL, the usual one first. Bytes are shown in powers of 1024, as `humanize1024` does, unless `decbytes`. */
const ids = {
  count: ['short', 'none', 'locale'],
  ratio: ['percentunit'],
  seconds: ['s', 'dtdurations', 'dtdhms'],
  bytes: ['bytes', 'decbytes'],
  cores: ['short', 'none'],
  coreSeconds: ['s'],
  timestamp: ['dateTimeFromNow', 'dateTimeAsSystem', 'dateTimeAsIso'],
  boolean: ['bool_yes_no', 'bool_on_off', 'bool', 'none'],
  won: [wholeWon, 'currencyKRW'],
  perSecond: ['cps', 'reqps', 'ops', 'rps', 'wps', 'iops', 'eps', 'mps', 'recps', 'rowsps'],
  bytesPerSecond: ['binBps'],
} as const satisfies Record<Unit, readonly GrafanaUnit[]>;

/** How a value of the unit `U` may be shown: the finer noun where PromQL's unit leaves a choice, e.g. `'reqps'`. */
export type DisplayUnit<U extends Unit> = (typeof ids)[U][number];

/** How values of a unit may be shown, the usual way first. */
export const displayUnits = (unit: Unit): readonly string[] => ids[unit];

/** The unit that Grafana shows where nothing finer is asked for. */
export const displayUnit = (unit: Unit): GrafanaUnit => ids[unit][0];

/**
 * The unit that is asked for, else the usual one.
 *
 * @throws Error on one by which values of another unit are shown.
 */
export const shownAs = <U extends Unit>(
  panel: string,
  unit: U,
  asked: DisplayUnit<U> | undefined,
): GrafanaUnit => {
  if (asked === undefined) return displayUnit(unit);
  refuse(`panel '${panel}' in ${unit}`, oneOf(ids[unit])('unit', asked));
  return asked;
};
