import type { Behaviour, Course } from './behaviour.js';
import type { Level } from './level.js';
import type { Motion } from './motion.js';

/** The levels of a course: before the fault, while it lasts, afterwards. */
export const levels = (
  course: Course,
): { readonly was: Level; readonly becomes: Level; readonly then: Level } =>
  typeof course === 'object'
    ? { ...course, then: course.then ?? course.was }
    : { was: course, becomes: course, then: course };

const changed = (course: Course, change: (level: Level) => Level): Course => {
  if (typeof course !== 'object') return change(course);
  const { was, becomes, then } = course;
  return { was: change(was), becomes: change(becomes), ...(then !== undefined && { then: change(then) }) };
};

/** The same series with other levels; single increments stay, and so does what has no level. */
export const withLevels = (behaviour: Behaviour, change: (level: Level) => Level): Behaviour => {
  const { course } = behaviour;
  if (course.type === 'drawn') return behaviour;
  return course.type === 'gauge'
    ? { ...behaviour, course: { ...course, value: changed(course.value, change) } }
    : { ...behaviour, course: { ...course, perSecond: changed(course.perSecond, change) } };
};

/** The same series with every number changed; what is missing stays so. */
export const withNumbers = (behaviour: Behaviour, change: (value: number) => number): Behaviour =>
  withLevels(behaviour, (level) => (level === 'missing' ? level : change(level)));

/** Which series it is, whatever its values. */
export const identity = ({ metric, labels, part }: Behaviour): string =>
  JSON.stringify([metric.name, String(part), ...Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1))]);

const motion = (behaviour: Behaviour | undefined): Motion => {
  if (!behaviour) return 'missing';
  const { course } = behaviour;
  if (course.type === 'drawn') return course.becomes;
  const level = course.type === 'gauge' ? course.value : course.perSecond;
  return typeof level === 'object' ? level.becomes : level;
};

const steady = (behaviour: Behaviour | undefined): Level => {
  const moving = motion(behaviour);
  return typeof moving === 'object' ? 'missing' : moving;
};

/** What a series holds, or grows by a second, while the fault lasts; 0 where it is missing. */
export const duringFault = (behaviour: Behaviour | undefined): number => {
  const level = steady(behaviour);
  return level === 'missing' ? 0 : level;
};

/** Series that are as some while all is well, and as others while the fault lasts; what is not among them is missing then. */
export const becoming = (well: readonly Behaviour[], faulty: readonly Behaviour[]): readonly Behaviour[] => {
  const before = new Map(well.map((each) => [identity(each), each]));
  const during = new Map(faulty.map((each) => [identity(each), each]));
  return [...new Map([...before, ...during]).entries()].map(([key, behaviour]) => {
    if (behaviour.course.type === 'drawn') {
      const [was, becomes] = [motion(before.get(key)), motion(during.get(key))];
      return { ...behaviour, course: { type: 'drawn', was, becomes, then: was } };
    }
    const [was, becomes] = [steady(before.get(key)), steady(during.get(key))];
    const course = was === becomes ? was : { was, becomes };
    return behaviour.course.type === 'gauge'
      ? { ...behaviour, course: { ...behaviour.course, value: course } }
      : { ...behaviour, course: { ...behaviour.course, perSecond: course } };
  });
};
