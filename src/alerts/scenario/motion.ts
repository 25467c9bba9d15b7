import { refusal } from '#ground/fault.js';
import { type Duration, inSeconds } from '#ground/duration.js';
import type { Level } from './level.js';
import { valuesIn } from './notation.js';

/** How a series moves while all is well, while a fault lasts, or afterwards. */
export type Motion = Level | Ramp | Turns | Instant | Sampled;

/** From a value on it rises, or falls, by so much a second. */
export interface Ramp {
  readonly from: number;
  readonly perSecond: number;
}

/** Values in turn, each for as many seconds. */
export interface Turns {
  readonly turns: readonly Level[];
  readonly seconds: number;
}

/** A moment in seconds since 1970: always so many seconds ago, or the one at which the fault began. */
export type Instant = { readonly secondsAgo: number } | { readonly moment: 'the beginning of the fault' };

/** Values one after another, so many seconds apart; the last goes on. */
export interface Sampled {
  readonly samples: readonly Level[];
  readonly every: number;
}

/** `ramp(100, -2)`: 100 at first, and 2 less with each second. */
export const ramp = (from: number, perSecond: number): Ramp => ({ from, perSecond });

/** `flapping([1, 0], '2m')`: each value for so long, in turn. */
export const flapping = (turns: readonly Level[], each: Duration): Turns => ({
  turns: several('flapping', turns),
  seconds: longEnough('flapping', each),
});

/** `ago('10m')`: a moment that moves along with time, as the last run of a job that goes on running: at each sample so long ago. */
export const ago = (length: Duration): Instant => ({ secondsAgo: inSeconds(length) });

/** The moment at which the fault began, and which then stays: the last run of a job that runs no more. */
export const stopped: Instant = { moment: 'the beginning of the fault' };

/**
 * `samples('5x20 0x30', '30s')`: values in promtool's notation, so far apart, from the beginning of the phase on; the last goes on. Where
 * what is read is scraped at another pace, it is what the course reads then.
 *
 * @throws Error on what promtool does not read.
 */
export const samples = (notation: string, every: Duration): Sampled => ({
  samples: several('samples', valuesIn(notation)),
  every: longEnough('samples', every),
});

const several = (what: string, levels: readonly Level[]): readonly Level[] => {
  if (levels.length > 0) return levels;
  throw refusal(what, { what: '', code: 'holds-nothing', why: 'it has no values', cure: 'give it one' });
};

const longEnough = (what: string, each: Duration): number => {
  const seconds = inSeconds(each);
  if (seconds > 0) return seconds;
  throw refusal(what, {
    what: each,
    code: 'zero-length',
    why: 'values without time between are none',
    cure: "write e.g. '30s'",
  });
};

/** When a sample is taken. */
export interface Taken {
  /** Seconds since its phase began. */
  readonly after: number;
  /** Seconds since 1970. */
  readonly now: number;
  /** The beginning of the fault, in seconds since 1970. */
  readonly fault: number;
}

/** What a motion reads at a moment. */
export const levelAt = (motion: Motion, { after, now, fault }: Taken): Level => {
  if (typeof motion !== 'object') return motion;
  if ('perSecond' in motion) return motion.from + motion.perSecond * after;
  if ('turns' in motion)
    return motion.turns[Math.floor(after / motion.seconds) % motion.turns.length] ?? 'missing';
  if ('secondsAgo' in motion) return now - motion.secondsAgo;
  return 'moment' in motion ? fault : between(motion, after);
};

/** A course between its samples is a straight line, and after its last one goes on as it is. */
const between = ({ samples: values, every }: Sampled, after: number): Level => {
  const at = Math.min(after / every, values.length - 1);
  const before = values[Math.floor(at)] ?? 'missing';
  const next = values[Math.ceil(at)] ?? 'missing';
  if (before === 'missing' || next === 'missing' || before === next) return before;
  return before + (next - before) * (at - Math.floor(at));
};
