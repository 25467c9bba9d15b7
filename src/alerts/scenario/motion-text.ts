import { spoken } from '#ground/spoken.js';
import { duration } from '#ground/duration.js';
import type { Motion } from './motion.js';

const number = (value: number): string => String(Number(value.toPrecision(6)));

const length = (seconds: number): string => spoken(duration(seconds)).en;

/** A motion as a person reads it: `from 100, -2/s`. */
export const motionText = (motion: Motion): string => {
  if (motion === 'missing') return 'missing';
  if (typeof motion === 'number') return number(motion);
  if ('perSecond' in motion) return `from ${number(motion.from)}, ${number(motion.perSecond)}/s`;
  if ('turns' in motion)
    return `${motion.turns.map(motionText).join(' and ')} in turn, ${length(motion.seconds)} each`;
  if ('secondsAgo' in motion) return `the moment ${length(motion.secondsAgo)} ago`;
  if ('moment' in motion) return `the moment at ${motion.moment}`;
  return `${abridged(motion.samples).join(' ')}, every ${length(motion.every)}`;
};

/** The first of many values tell what they are like. */
const abridged = (values: readonly Motion[]): readonly string[] =>
  values.length > 6 ? [...values.slice(0, 6).map(motionText), '…'] : values.map(motionText);
