import { type Expr, call, number, string } from '#promql/expr/ast.js';
import { humanize } from '#promql/unit/humanize.js';
import type { Limit } from '#promql/unit/limit.js';
import { type Crossing } from '#dashboards/limits.js';
import { aggregated, binary } from './promql.js';

/** How a number is written: what it is multiplied by, or divided, and what stands before and after it. */
interface Writing {
  readonly times?: number;
  readonly per?: number;
  readonly before?: string;
  readonly after: string;
}

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

const ofTime = (limit: number): Writing => {
  if (limit >= 2 * day) return { per: day, after: 'd' };
  if (limit >= 2 * hour) return { per: hour, after: 'h' };
  if (limit >= 2 * minute) return { per: minute, after: 'm' };
  return limit > 0 && limit < 1 ? { times: 1000, after: 'ms' } : { after: 's' };
};

const ofBytes = (limit: number): Writing => {
  if (limit >= 2 ** 30) return { per: 2 ** 30, after: 'GiB' };
  return limit >= 2 ** 20 ? { per: 2 ** 20, after: 'MiB' } : { per: 2 ** 10, after: 'KiB' };
};

/** As people write values of the unit, of the size of the limit. */
const writingOf = ({ value, unit }: Limit): Writing | undefined => {
  const size = Math.abs(value);
  switch (unit) {
    case 'ratio':
      return { times: 100, after: '%' };
    case 'seconds':
    case 'coreSeconds':
      return ofTime(size);
    case 'bytes':
      return ofBytes(size);
    case 'bytesPerSecond': {
      const { after, ...scale } = ofBytes(size);
      return { ...scale, after: `${after}/s` };
    }
    case 'perSecond':
      return { after: '/s' };
    case 'won':
      return { before: '₩', after: '' };
    case 'count':
    case 'cores':
    case 'boolean':
      return { after: '' };
    // A moment in the past or to come says little as a number.
    case 'timestamp':
      return undefined;
  }
};

/** Three digits of the limit's size: of 5% to 0.01%, of 1,500 to 1. */
const nearest = (limit: number): number =>
  limit === 0 ? 0.01 : Math.min(1, Math.max(1e-4, 10 ** (Math.floor(Math.log10(Math.abs(limit))) - 2)));

/** What text stands for in a replacement of `label_replace`. */
const replacement = (text: string): string => text.replaceAll('$', '$$$$');

/**
 * A signal with its value as text in the label `value`, beside the limit that it is held against: `6.43% (> 5%)`. A column of a table has
 * one unit, and alerts have many; as text each has its own.
 *
 * @param labels Those of the signal that are kept.
 */
export const withValueText = (
  signal: Expr,
  { operator, limit }: Crossing,
  labels: readonly string[],
): Expr | undefined => {
  const writing = writingOf(limit);
  if (!writing) return undefined;
  const { times = 1, per = 1, before = '', after } = writing;
  const scaled = (limit.value * times) / per;
  const multiplied = times === 1 ? signal : binary(signal, '*', number(times));
  const inUnit = per === 1 ? multiplied : binary(multiplied, '/', number(per));
  const isWhole = limit.unit === 'boolean' || !Number.isFinite(scaled);
  const rounded = isWhole ? inUnit : call('round', inUnit, number(nearest(scaled)));
  return call(
    'label_replace',
    aggregated('count_values', rounded, labels, string('value')),
    string('value'),
    string(replacement(before) + '${1}' + replacement(`${after} (${operator} ${humanize(limit)})`)),
    string('value'),
    string('(.*)'),
  );
};
