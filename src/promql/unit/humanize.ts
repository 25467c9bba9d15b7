import type { Limit } from './limit.js';
import type { Unit } from './unit.js';

/** Prometheus's template for a value of a unit, as alert texts show it; `reference` is the value, e.g. `$value`. */
export const humanizeTemplate = (unit: Unit, reference = '$value'): string => {
  switch (unit) {
    case 'ratio':
      return `{{ ${reference} | humanizePercentage }}`;
    case 'seconds':
    case 'coreSeconds':
      return `{{ ${reference} | humanizeDuration }}`;
    case 'timestamp':
      return `{{ ${reference} | humanizeTimestamp }}`;
    case 'bytes':
      return `{{ ${reference} | humanize1024 }}B`;
    case 'bytesPerSecond':
      return `{{ ${reference} | humanize1024 }}B/s`;
    case 'perSecond':
      return `{{ ${reference} | humanize }}/s`;
    case 'won':
      return `₩{{ ${reference} | humanize }}`;
    case 'count':
    case 'cores':
    case 'boolean':
      return `{{ ${reference} | humanize }}`;
  }
};

/** Whether values are told in whole numbers that are held against this limit: beside `1000`, `1.002k` makes people reckon. */
const isWhole = ({ value, unit }: Limit): boolean =>
  (unit === 'count' || unit === 'perSecond') && Math.abs(value) >= 1000;

/** The template for values that are held against a limit. */
export const valueTemplate = (limit: Limit): string =>
  isWhole(limit)
    ? `{{ $value | printf "%.0f" }}${limit.unit === 'perSecond' ? '/s' : ''}`
    : humanizeTemplate(limit.unit);

/** A value as `valueTemplate` of its limit shows it in an alert, to the letter. */
export const heldAgainst = (limit: Limit, value: Limit): string =>
  isWhole(limit) ? `${value.value.toFixed(0)}${limit.unit === 'perSecond' ? '/s' : ''}` : templated(value);

/**
 * A value as `humanizeTemplate` shows it in an alert, to the letter: what a proof expects, e.g. `2m 0s`, `1.5kiB`.
 * A digit may differ where the fifth is a 5 with nothing after it, which Go rounds to the even side.
 */
export const templated = ({ value, unit }: Limit): string => {
  switch (unit) {
    case 'ratio':
      return `${fourDigits(value * 100)}%`;
    case 'seconds':
    case 'coreSeconds':
      return Number.isFinite(value) ? time(value) : fourDigits(value);
    case 'timestamp':
      return Number.isFinite(value) ? moment(value) : fourDigits(value);
    case 'bytes':
      return `${prefixed(value, 1024, binary)}B`;
    case 'bytesPerSecond':
      return `${prefixed(value, 1024, binary)}B/s`;
    case 'perSecond':
      return `${prefixed(value, 1000, decimal, fractions)}/s`;
    case 'won':
      return `₩${prefixed(value, 1000, decimal, fractions)}`;
    case 'count':
    case 'cores':
    case 'boolean':
      return prefixed(value, 1000, decimal, fractions);
  }
};

/** A limit as a person writes it: `5%`, `5s`, `2h`, `1KiB`, `1500`. */
export const humanize = (limit: Limit): string => {
  const { value, unit } = limit;
  if (!Number.isFinite(value)) return value > 0 ? '∞' : value < 0 ? '-∞' : 'NaN';
  switch (unit) {
    case 'seconds':
    case 'coreSeconds':
      return templated(limit).replace(/ 0[hms]\b/g, '');
    case 'timestamp':
      return new Date(value * 1000).toISOString();
    case 'bytes':
    case 'bytesPerSecond':
      return templated(limit).replace('ki', 'Ki');
    case 'perSecond':
      return `${significant(value)}/s`;
    case 'won':
      return `₩${significant(value)}`;
    case 'count':
    case 'cores':
    case 'boolean':
      return significant(value);
    case 'ratio':
      return `${significant(value * 100)}%`;
  }
};

const significant = (value: number): string => String(Number(value.toPrecision(4)));

/** Go's `%.4g`. */
const fourDigits = (value: number): string => {
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : value < 0 ? '-Inf' : 'NaN';
  if (Object.is(value, -0)) return '-0';
  const [digits = '', exponent = ''] = value.toExponential(3).split('e');
  const power = Number(exponent);
  if (power >= -4 && power < 4) return significant(value);
  return `${Number(digits)}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
};

const decimal = ['k', 'M', 'G', 'T', 'P', 'E', 'Z', 'Y'];
const binary = ['ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei', 'Zi', 'Yi'];
const fractions = ['m', 'u', 'n', 'p', 'f', 'a', 'z', 'y'];

const prefixed = (
  value: number,
  base: number,
  greater: readonly string[],
  lesser: readonly string[] = [],
): string => {
  if (value === 0 || !Number.isFinite(value)) return fourDigits(value);
  let [scaled, prefix] = [value, ''];
  for (const next of Math.abs(value) >= 1 ? greater : []) {
    if (Math.abs(scaled) < base) break;
    [scaled, prefix] = [scaled / base, next];
  }
  for (const next of lesser) {
    if (Math.abs(scaled) >= 1) break;
    [scaled, prefix] = [scaled * base, next];
  }
  return fourDigits(scaled) + prefix;
};

const time = (seconds: number): string => {
  if (Math.abs(seconds) < 1) return `${prefixed(seconds, 1000, [], fractions)}s`;
  const sign = seconds < 0 ? '-' : '';
  const whole = Math.floor(Math.abs(seconds));
  if (whole < 60) return `${sign}${fourDigits(Math.abs(seconds))}s`;
  const parts = [
    `${Math.floor(whole / 86_400)}d`,
    `${Math.floor(whole / 3_600) % 24}h`,
    `${Math.floor(whole / 60) % 60}m`,
    `${whole % 60}s`,
  ];
  return sign + parts.slice(parts.findIndex((part) => !part.startsWith('0'))).join(' ');
};

/** Go's text of a time in UTC, to the millisecond, as Prometheus keeps it. */
const moment = (seconds: number): string => {
  const [date = '', clock = ''] = new Date(seconds * 1000).toISOString().split('T');
  return `${date} ${clock.replace(/\.?0*Z$/, '')} +0000 UTC`;
};
