import { Refusal } from './fault.js';
import { rememberedByText } from './remembered.js';

const secondsPer = { ms: 0.001, s: 1, m: 60, h: 3_600, d: 86_400, w: 604_800 } as const;
const secondsOf: ReadonlyMap<string, number> = new Map(Object.entries(secondsPer));
const written = /^(\d+)(ms|s|m|h|d|w)$/;

/** A length of time as Prometheus writes it: a whole number and one unit, e.g. `'5m'`. */
export type Duration = `${number}${keyof typeof secondsPer}`;

/** How many seconds a text says; not a number where it says none. The same few lengths are asked for again and again. */
const secondsIn = rememberedByText((text): number => {
  const [, amount, unit = ''] = written.exec(text) ?? [];
  return Number(amount) * (secondsOf.get(unit) ?? NaN);
});

/** Whether a text is a duration in truth, which the type cannot tell of `'1.5h'`, `'-5m'` or `'1e3s'`. */
export const isDuration = (text: string): text is Duration => !Number.isNaN(secondsIn(text));

/** Why a text is no duration, and what to write instead; `undefined` if it is one. */
export const durationFault = (text: string): string | undefined =>
  isDuration(text)
    ? undefined
    : `duration '${text}': write a whole number and one of ms, s, m, h, d, w, e.g. '90s' for '1.5m'`;

/** The refusal of a text that is no duration; `why` quotes it. */
export const durationRefusal = (text: string, why: string): Refusal =>
  new Refusal(why, [{ where: '', what: text, code: 'bad-duration', why, cure: '' }]);

/**
 * Seconds in a duration.
 *
 * @throws Refusal of what the type cannot refuse: `'1.5h'`, `'-5m'`, `'1e3s'`.
 */
export const inSeconds = (duration: Duration): number => {
  const fault = durationFault(duration);
  if (fault !== undefined) throw durationRefusal(duration, fault);
  return secondsIn(duration);
};

/** The shortest way to write a number of seconds, to the millisecond, e.g. `300` as `'5m'`. */
export const duration = (seconds: number): Duration => {
  if (!Number.isInteger(seconds)) return `${Math.round(seconds * 1_000)}ms`;
  const unit =
    (['w', 'd', 'h', 'm'] as const).find((u) => seconds >= secondsPer[u] && seconds % secondsPer[u] === 0) ??
    's';
  return `${seconds / secondsPer[unit]}${unit}`;
};
