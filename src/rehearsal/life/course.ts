import type { Course } from '#alerts/scenario/behaviour.js';
import { levels } from '#alerts/scenario/course.js';
import type { Level } from '#alerts/scenario/level.js';
import { type Motion, levelAt } from '#alerts/scenario/motion.js';
import type { Series } from './targets.js';

/** How far a fault has come, in seconds of life. */
export interface Phase {
  readonly is: 'well' | 'broken' | 'mended';
  /** Since when, in seconds. */
  readonly after: number;
}

/** When something is asked. */
export interface Now {
  /** Seconds since 1970. */
  readonly now: number;
  /** When life began here, in seconds since 1970. */
  readonly began: number;
}

const chosen = <T>({ is }: Phase, was: T, becomes: T, then: T): T => {
  if (is === 'well') return was;
  return is === 'broken' ? becomes : then;
};

const levelOf = (course: Course, phase: Phase): Level => {
  const { was, becomes, then } = levels(course);
  return chosen(phase, was, becomes, then);
};

const moved = (motion: Motion, { after }: Phase, { now }: Now): Level =>
  levelAt(motion, { after, now, fault: now - after });

/** What a gauge holds, or a counter grows by in a second of life; what is drawn is neither, and is what it is. */
export const levelNow = ({ metric, course }: Series, phase: Phase, at: Now): Level => {
  switch (course.type) {
    case 'gauge': {
      const { appears = 0 } = course;
      if (
        course.appears !== undefined &&
        (phase.is === 'well' || (phase.is === 'broken' && phase.after < appears))
      )
        return 'missing';
      const level = levelOf(course.value, phase);
      // A proof's moments count from its beginning, a server's from 1970.
      return metric.unit === 'timestamp' && level !== 'missing' ? at.began + level : level;
    }
    case 'counter':
      return levelOf(course.perSecond, phase);
    case 'drawn':
      return moved(chosen(phase, course.was, course.becomes, course.then), phase, at);
  }
};

/** How often it grew by one between two moments after the fault began. */
export const eventsBetween = ({ course }: Series, from: number, to: number): number =>
  course.type === 'counter' ? course.events.filter((at) => from < at && at <= to).length : 0;

/** Whether it began anew between them. */
export const restartsBetween = ({ course }: Series, from: number, to: number): boolean =>
  course.type === 'counter' &&
  course.restarts !== undefined &&
  from < course.restarts &&
  course.restarts <= to;

/** Whether it is otherwise while the fault lasts. */
export const isBroken = ({ course }: Series): boolean => {
  if (course.type === 'drawn') return course.was !== course.becomes;
  const { was, becomes } = levels(course.type === 'gauge' ? course.value : course.perSecond);
  return (
    was !== becomes ||
    (course.type === 'gauge' && course.appears !== undefined) ||
    (course.type === 'counter' && (course.events.length > 0 || course.restarts !== undefined))
  );
};
