import type { Behaviour, Course } from '#alerts/scenario/behaviour.js';
import type { Level } from '#alerts/scenario/level.js';
import type { Kind } from '#promql/metric/metric.js';

/** A series that a target shows, and whether it is of what breaks. */
export interface Series extends Behaviour {
  readonly breaks: boolean;
}

/** All series of one metric: of a histogram its buckets, its sum and its count. */
export interface Family {
  readonly name: string;
  readonly kind: Kind;
  readonly series: readonly Series[];
}

/** What has happened so far, in seconds. */
export interface Moment {
  /** How long the target has been running. */
  readonly lived: number;
  /** For how much of that things were broken. */
  readonly broken: number;
  /** Whether they are broken now. */
  readonly isBroken: boolean;
}

/** What a target answers to a scrape, https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format. */
export const exposition = (families: readonly Family[], moment: Moment): string =>
  families
    .flatMap(({ name, kind, series }) => [
      `# TYPE ${name} ${kind}`,
      ...series.flatMap((each) => {
        const value = valueAt(each, moment);
        return value === 'missing' ? [] : [`${each.metric.name}{${labelText(each)}} ${value}`];
      }),
    ])
    .join('\n') + '\n';

// JSON escapes \, " and line breaks as the format does.
const labelText = ({ labels }: Series): string =>
  Object.entries(labels)
    .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
    .join(',');

const valueAt = ({ metric, course, breaks }: Series, { lived, broken, isBroken }: Moment): Level => {
  const isFaulty = breaks && isBroken;
  if (course.type === 'gauge') {
    const value = level(course.value, isFaulty);
    // A proof's moments count from its beginning, a server's from 1970.
    return metric.unit === 'timestamp' && typeof value === 'number'
      ? Date.now() / 1000 - lived + value
      : value;
  }
  if (course.type === 'drawn') throw new Error('a course without levels is exposed by no test');
  const { perSecond } = course;
  if (level(perSecond, isFaulty) === 'missing') return 'missing';
  const faulty = breaks ? broken : 0;
  return gain(level(perSecond, false), lived - faulty) + gain(level(perSecond, true), faulty);
};

const level = (course: Course, isFaulty: boolean): Level => {
  if (typeof course !== 'object') return course;
  return isFaulty ? course.becomes : course.was;
};

const gain = (perSecond: Level, seconds: number): number =>
  perSecond === 'missing' ? 0 : perSecond * seconds;
