import type { Behaviour, Course, DrawnCourse } from '#alerts/scenario/behaviour.js';
import type { Level } from '#alerts/scenario/level.js';
import { motionText } from '#alerts/scenario/motion-text.js';
import { levels } from '#alerts/scenario/course.js';
import { edgeOf } from '#alerts/scenario/histogram.js';
import { spelledLabel } from '#promql/expr/spelled.js';
import { timeText } from './time.js';

const labelText = (labels: Readonly<Record<string, string>>): string => {
  const matchers = Object.entries(labels).map(
    ([label, value]) => `${spelledLabel(label)}=${JSON.stringify(value)}`,
  );
  return matchers.length === 0 ? '' : `{${matchers.join(', ')}}`;
};

const number = (value: number): string => String(Number(value.toPrecision(6)));

const levelText = (level: Level, { course }: Behaviour): string => {
  if (level === 'missing') return 'missing';
  return course.type === 'gauge' ? number(level) : `${number(level)}/s`;
};

const courseOf = (course: Exclude<Behaviour['course'], DrawnCourse>): Course =>
  course.type === 'gauge' ? course.value : course.perSecond;

/** What a series is like before the fault, while it lasts, and afterwards. */
const phases = (behaviour: Behaviour): readonly string[] => {
  const { course } = behaviour;
  if (course.type === 'drawn') return [course.was, course.becomes, course.then].map(motionText);
  const { was, becomes, then } = levels(courseOf(course));
  return [was, becomes, then].map((level) => levelText(level, behaviour));
};

const courseText = (behaviour: Behaviour): string => {
  const [before, during, after] = phases(behaviour);
  if (before === during && during === after) return `${before}`;
  return `${before}, during the fault ${during}${before === after ? '' : `, afterwards ${after}`}`;
};

const eventText = ({ course }: Behaviour): string => {
  if (course.type === 'gauge')
    return course.appears === undefined ? '' : `, from ${timeText(course.appears)} after the fault began`;
  if (course.type === 'drawn') return '';
  if (course.uneven) return ', by fits and starts, and from 0 again in the middle of the fault';
  const anew =
    course.restarts === undefined ? '' : `, from 0 again ${timeText(course.restarts)} after the fault began`;
  if (course.events.length === 0) return anew;
  return `, one more ${course.events.map(timeText).join(', ')} after the fault began${anew}`;
};

/** Of which series a line tells, and of which part of it: of a histogram that is all its buckets. */
const told = (behaviour: Behaviour): { readonly name: string; readonly part?: string } => {
  const { metric, labels, part } = behaviour;
  const edge = edgeOf(behaviour);
  const { le, ...others } = labels;
  if (part === 'sum') return { name: `${metric.name}${labelText(labels)}`, part: 'in all' };
  if (edge === undefined || (part === undefined && !metric.name.endsWith('_bucket')))
    return { name: `${metric.name}${labelText(labels)}` };
  return {
    name: `${metric.name}${labelText(others)}`,
    part: `up to ${le ?? (edge === Infinity ? '+Inf' : number(edge))}`,
  };
};

/** Series as a person reads them, one a line: what each is like, and what it is like during the fault; a histogram's buckets in one. */
export const seriesText = (series: readonly Behaviour[]): readonly string[] => {
  const lines = new Map<string, string>();
  for (const behaviour of series) {
    const { name, part } = told(behaviour);
    const text = `${courseText(behaviour)}${part === undefined ? eventText(behaviour) : ''}`;
    const before = lines.get(name);
    const line = part === undefined ? text : `${part}: ${text}`;
    lines.set(name, before === undefined || part === undefined ? line : `${before}; ${line}`);
  }
  return [...lines].map(([name, text]) => `${name}  ${text}`);
};
