import { numberAt, textAt } from '#ground/json.js';

/** Perses' words for Grafana's units, https://github.com/perses/shared/blob/main/cue/common/migrate/mapping.cue, and those that it lacks. */
const units: ReadonlyMap<string, string> = new Map([
  ...Object.entries({
    ms: 'milliseconds',
    s: 'seconds',
    m: 'minutes',
    h: 'hours',
    d: 'days',
    ns: 'nanoseconds',
    µs: 'microseconds',
    dtdurations: 'seconds',
    dtdhms: 'seconds',
    dtdurationms: 'milliseconds',
    percent: 'percent',
    percentunit: 'percent-decimal',
    none: 'decimal',
    short: 'decimal',
    locale: 'decimal',
    bits: 'bits',
    decbits: 'decbits',
    bytes: 'bytes',
    decbytes: 'decbytes',
    bps: 'decbits/sec',
    binbps: 'bits/sec',
    Bps: 'decbytes/sec',
    binBps: 'bytes/sec',
    cps: 'counts/sec',
    eps: 'events/sec',
    mps: 'messages/sec',
    ops: 'ops/sec',
    pps: 'packets/sec',
    recps: 'records/sec',
    reqps: 'requests/sec',
    rowsps: 'rows/sec',
    rps: 'reads/sec',
    wps: 'writes/sec',
    currencyKRW: 'krw',
    'currency:financial:₩': 'krw',
    currencyUSD: 'usd',
    currencyEUR: 'eur',
    dateTimeAsIso: 'datetime-iso',
    dateTimeAsSystem: 'datetime-local',
    dateTimeFromNow: 'relative-time',
  }),
]);

/** Those of which Perses writes a date, and no digits after a point. */
const dates = ['datetime-iso', 'datetime-local', 'relative-time'];

/** How values are shown. */
export interface Format {
  readonly unit?: string;
  readonly decimalPlaces?: number;
}

/** The same of a unit of Grafana; nothing of one that Perses does not know. */
export const unitOf = (grafana: string): string | undefined =>
  // A date in letters of its own, which Perses writes in its own way.
  grafana.startsWith('time:') ? 'datetime-iso' : units.get(grafana);

/** How the values of a field are shown: its unit, and its digits. */
export const formatOf = (defaults: unknown): Format | undefined => {
  const unit = unitOf(textAt(defaults, 'unit') ?? 'none');
  const decimalPlaces = numberAt(defaults, 'decimals');
  if (unit !== undefined && dates.includes(unit)) return { unit };
  if (unit === undefined && decimalPlaces === undefined) return undefined;
  return { unit: unit ?? 'decimal', ...(decimalPlaces !== undefined && { decimalPlaces }) };
};

/** What Grafana's units of truth show, https://github.com/grafana/grafana/blob/main/packages/grafana-data/src/valueFormats/categories.ts. */
const truths: Readonly<Record<string, readonly [no: string, yes: string]>> = {
  bool: ['False', 'True'],
  bool_yes_no: ['No', 'Yes'],
  bool_on_off: ['Off', 'On'],
};

/** The words for 0 and 1 of a unit that is none of Perses', for a kind that shows words. */
export const truthsOf = (defaults: unknown): readonly object[] =>
  (truths[textAt(defaults, 'unit') ?? ''] ?? []).map((word, value) => ({
    type: 'value',
    options: { [value]: { text: word } },
  }));

/** What is left out of a format, unless words stand in place of all of its values. */
export const unitLeft = (defaults: unknown, showsWords = false): readonly string[] => {
  const unit = textAt(defaults, 'unit') ?? 'none';
  return units.has(unit) || (showsWords && Object.hasOwn(truths, unit)) ? [] : [`the unit ${unit}`];
};
