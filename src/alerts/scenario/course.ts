import type { Behaviour, Course, Level } from './behaviour.js';

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

/** The same series with other levels; single increments stay. */
export const withLevels = (behaviour: Behaviour, change: (level: Level) => Level): Behaviour => {
  const { course } = behaviour;
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

const steady = (behaviour: Behaviour | undefined): Level => {
  if (!behaviour) return 'missing';
  const { course } = behaviour;
  const level = course.type === 'gauge' ? course.value : course.perSecond;
  return typeof level === 'object' ? level.becomes : level;
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
    const [was, becomes] = [steady(before.get(key)), steady(during.get(key))];
    const course = was === becomes ? was : { was, becomes };
    return behaviour.course.type === 'gauge'
      ? { ...behaviour, course: { ...behaviour.course, value: course } }
      : { ...behaviour, course: { ...behaviour.course, perSecond: course } };
  });
};
