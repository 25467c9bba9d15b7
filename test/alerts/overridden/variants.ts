import { isDeepStrictEqual } from 'node:util';
import type { OwnRule, Change } from '#alerts/rule/rule.js';
import type { Language } from '#ground/language.js';
import { boundsOf } from '#promql/expr/bounds.js';
import type { Limit } from '#promql/unit/limit.js';

/** An alert with facts overridden, and how much of its proof is run. */
export interface Variant {
  readonly what: string;
  readonly alert: OwnRule;
  readonly scenarios: 'all' | 'boundary';
  readonly language: Language;
}

/** Twice the limit, or what lies between it and the end of what the signal reaches. */
const doubled = ({ condition: { signal, limit } }: OwnRule): number => {
  const [, bound] = boundsOf(signal);
  const greatest = limit.unit === 'ratio' ? Math.min(1, bound) : bound;
  if (limit.value === 0) return 3;
  return 2 * limit.value < greatest ? 2 * limit.value : (limit.value + greatest) / 2;
};

/** Half the limit; half a thing of which there are whole ones is no other limit. */
const halved = ({ condition: { limit } }: OwnRule): number =>
  limit.unit === 'count' && limit.value <= 1 ? limit.value : limit.value / 2;

/** Another limit, where there may be one: that something is, or is not, has none, nor what must be just so. */
const limited = (alert: OwnRule, value: number): Limit => {
  const { limit, operator } = alert.condition;
  return limit.unit === 'boolean' || operator === '==' ? limit : { ...limit, value };
};

/** Of a change what is not so already, which would be refused; a window where there is one. */
const changed = (alert: OwnRule, change: Change): OwnRule => {
  const before: Readonly<Record<string, unknown>> = { ...alert, limit: alert.condition.limit };
  const anew = Object.entries(change).filter(
    ([field, value]) =>
      !isDeepStrictEqual(before[field], value) && (field !== 'window' || alert.window !== undefined),
  );
  return alert.redefined({ name: alert.name, ...Object.fromEntries(anew) });
};

/** Each fact of an alert overridden by several values. */
export const variants = (alert: OwnRule): readonly Variant[] => [
  {
    what: 'twice the limit, for 15 minutes',
    // An event must not be forgotten before `for` is over.
    alert: changed(alert, { limit: limited(alert, doubled(alert)), for: '15m', window: '20m' }),
    scenarios: 'boundary',
    language: 'ko',
  },
  {
    what: 'half the limit, for a minute, over three',
    alert: changed(alert, { limit: limited(alert, halved(alert)), for: '1m', window: '3m' }),
    scenarios: 'all',
    language: 'en',
  },
  {
    what: 'for two minutes, and ten more',
    alert: changed(alert, { for: '2m', keepFiringFor: '10m' }),
    scenarios: 'boundary',
    language: 'ko',
  },
];
