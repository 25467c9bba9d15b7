import type { Behaviour, Course, Level } from '../../../alerts/rule/behaviour.js';
import type { AnyMetric } from '../../../promql/metric/metric.js';
import { storedAs } from '../../../promql/metric/parts.js';

/** A series that a target shows; the fault of another series is none of its own. */
export interface Series extends Behaviour {
  readonly breaks: boolean;
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

const during = (course: Course, fault: boolean): Level =>
  typeof course !== 'object' ? course : fault ? course.becomes : course.was;

/** How much a counter gains in that time. */
const gained = (perSecond: Level, seconds: number): number =>
  perSecond === 'missing' ? 0 : perSecond * seconds;

const valueAt = ({ course, breaks }: Series, { lived, broken, isBroken }: Moment): Level => {
  const faulty = breaks ? broken : 0;
  const now = (of: Course): Level => during(of, breaks && isBroken);
  if (course.type === 'gauge') return now(course.value);
  return now(course.perSecond) === 'missing'
    ? 'missing'
    : gained(during(course.perSecond, false), lived - faulty) +
        gained(during(course.perSecond, true), faulty);
};

/** What a target answers to a scrape, https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format. */
export const exposition = (
  metrics: readonly AnyMetric[],
  series: readonly Series[],
  moment: Moment,
): string => {
  const lines = metrics.flatMap((metric) => [
    `# TYPE ${metric.info.name} ${metric.info.kind}`,
    ...storedAs(metric).flatMap(({ name }) =>
      series
        .filter((each) => each.metric.name === name)
        .flatMap((each) => {
          const value = valueAt(each, moment);
          return value === 'missing' ? [] : [`${name}{${labelled(each)}} ${value}`];
        }),
    ),
  ]);
  return lines.join('\n') + '\n';
};

// JSON escapes \, " and line breaks as the format does.
const labelled = ({ labels }: Series): string =>
  Object.entries(labels)
    .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
    .join(',');
