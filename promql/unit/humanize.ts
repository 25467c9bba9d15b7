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
    case 'count':
    case 'cores':
    case 'boolean':
      return `{{ ${reference} | humanize }}`;
  }
};

const binaryPrefixes = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi'];

const binary = (value: number): string => {
  const power = Math.min(Math.floor(Math.log2(Math.max(Math.abs(value), 1)) / 10), binaryPrefixes.length - 1);
  return `${significant(value / 1024 ** power)}${binaryPrefixes[power]}`;
};

const significant = (value: number): string => String(Number(value.toPrecision(4)));

const time = (seconds: number): string => {
  if (Math.abs(seconds) < 1) return `${significant(seconds * 1000)}ms`;
  const parts = [
    [Math.floor(seconds / 86_400), 'd'],
    [Math.floor(seconds / 3_600) % 24, 'h'],
    [Math.floor(seconds / 60) % 60, 'm'],
    [Number(significant(seconds % 60)), 's'],
  ] as const;
  const told = parts.filter(([amount]) => amount !== 0).map(([amount, unit]) => `${amount}${unit}`);
  return told.join(' ') || '0s';
};

/** A limit as a person writes it: `5%`, `5s`, `200MiB`, `10/s`. */
export const humanize = ({ value, unit }: Limit): string => {
  switch (unit) {
    case 'ratio':
      return `${significant(value * 100)}%`;
    case 'seconds':
    case 'coreSeconds':
      return time(value);
    case 'timestamp':
      return new Date(value * 1000).toISOString();
    case 'bytes':
      return `${binary(value)}B`;
    case 'bytesPerSecond':
      return `${binary(value)}B/s`;
    case 'perSecond':
      return `${significant(value)}/s`;
    case 'count':
    case 'cores':
    case 'boolean':
      return significant(value);
  }
};
