import { levels } from '#alerts/scenario/course.js';
import type { Behaviour } from '#alerts/scenario/behaviour.js';
import type { MetricInfo } from '#promql/metric/metric.js';
import { seedOf } from './noise.js';

/** A number that is nobody's measure: of the order of what life has, the same for a name each time. */
const some = (name: string, least: number, most: number): number =>
  least + ((seedOf(name) % 1000) / 1000) * (most - least);

/** Names of what does not happen while all is well. */
const wrong =
  /err|fail|drop|refus|evict|restart|reject|timeout|lost|miss(ed|ing)|oom|panic|exception|abort|retr|unrout|corrupt|throttled|deadlock|conflict|dead|blocked|redeliver|expired(?!_keys)|too_early|failcnt|invalid/;

/** What a counter gains a second on one target at a usual noon, of which no proof tells. */
export const usualGain = ({ name, unit }: MetricInfo): number => {
  if (wrong.test(name)) return 0;
  if (name.includes('slow')) return 0.006;
  if (/order|payment|purchase|signup|upload/.test(name) && unit === 'count') return some(name, 0.25, 0.45);
  switch (unit) {
    case 'bytes':
      return some(name, 20_000, 400_000);
    case 'seconds':
    case 'coreSeconds':
      return some(name, 0.05, 0.3);
    case 'won':
      return some(name, 4_000, 9_000);
    default:
      return some(name, 2, 14);
  }
};

/** Connections of a pool: a third of them at work, and as many waiting. */
const inPool = (name: string): number => (name.endsWith('size') ? 25 : name.endsWith('idle') ? 9 : 8);

/** What a gauge holds while all is well, of which no proof tells, and how much of it sways and goes with the traffic. */
export const usualValue = (
  { name, unit, range: [least, most] = [-Infinity, Infinity] }: MetricInfo,
  labels: Readonly<Record<string, string>>,
): { readonly base: number; readonly sways: boolean } => {
  const within = (value: number): number => Math.min(most, Math.max(least, value));
  const bound =
    /(max|limit|capacity|total|size|allocatable|desired|replicas|spec|settings|info|connections_limit)/.test(
      name,
    ) && !/used|database_size|table_size|index_size/.test(name);
  switch (unit) {
    case 'boolean':
      return { base: good(name, labels) ? 1 : 0, sways: false };
    case 'ratio':
      return { base: within(some(name, 0.2, 0.4)), sways: true };
    case 'bytes':
      return { base: within(bound ? 2 ** 34 : some(name, 60, 300) * 2 ** 20), sways: !bound };
    case 'seconds':
      return {
        base: within(/lag|delay/.test(name) ? some(name, 0, 0.4) : some(name, 0.02, 0.6)),
        sways: true,
      };
    case 'cores':
      return { base: within(bound ? 1 : 0.3), sways: !bound };
    case 'won':
      return { base: within(some(name, 9_000, 30_000)), sways: true };
    default:
      if (wrong.test(name)) return { base: within(0), sways: false };
      if (name.includes('reserved')) return { base: within(3), sways: false };
      if (name.includes('pool')) return { base: within(inPool(name)), sways: !name.endsWith('size') };
      if (name.includes('expiring')) return { base: within(3), sways: false };
      return {
        base: within(
          bound ? (/max|limit|capacity|settings/.test(name) ? 200 : 2) : Math.round(some(name, 4, 30)),
        ),
        sways: !bound,
      };
  }
};

/** Values of labels that are what one wants, of several of which one is the case. */
const wanted = /^(running|true|green|active|bound|succeeded|ok|success|up|available)$/i;

const good = (name: string, labels: Readonly<Record<string, string>>): boolean => {
  const states = ['phase', 'condition', 'color', 'status', 'state', 'reason'].flatMap(
    (label) => labels[label] ?? [],
  );
  if (states.length > 0)
    return states.some((state) => wanted.test(state)) && !/succeeded/i.test(states[0] ?? '');
  return /(^|_)up$|success|ready|healthy|reload|_status$|is_replica/.test(name);
};

/** What a proof has of a series while all is well, and during its fault; nothing where either is no number. */
export const numbersOf = ({
  course,
  metric,
}: Behaviour): { readonly was: number | undefined; readonly becomes: number | 'missing' | undefined } => {
  if (course.type === 'drawn') return { was: undefined, becomes: undefined };
  const { was, becomes, then } = levels(course.type === 'gauge' ? course.value : course.perSecond);
  // That a series is there at all is written as 1 of whatever it counts.
  if (
    metric.unit !== 'boolean' &&
    course.type === 'gauge' &&
    [was, becomes].every((each) => each === 1 || each === 'missing')
  )
    return { was: undefined, becomes: becomes === 1 ? undefined : becomes };
  const well = was === 'missing' ? then : was;
  return { was: well === 'missing' ? undefined : well, becomes };
};
