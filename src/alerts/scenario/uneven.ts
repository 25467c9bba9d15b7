import type { Behaviour, CounterCourse } from './behaviour.js';

const isCounter = (behaviour: Behaviour): behaviour is Behaviour & { readonly course: CounterCourse } =>
  behaviour.course.type === 'counter';

/**
 * Counters that grow by fits and starts and begin anew: over a window they read the same, in an instant they do not. Beside a gauge, which
 * does not follow them, they are left as they are.
 */
export const byFitsAndStarts = (series: readonly Behaviour[]): readonly Behaviour[] =>
  series.every(isCounter)
    ? series.map((behaviour) => ({ ...behaviour, course: { ...behaviour.course, uneven: true as const } }))
    : series;

/** Whether some of these do. */
export const isUneven = (series: readonly Behaviour[]): boolean =>
  series.some(({ course }) => course.type === 'counter' && course.uneven === true);
