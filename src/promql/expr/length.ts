import { type Duration, duration, isDuration } from '#ground/duration.js';

const secondsPer: ReadonlyMap<string, number> = new Map([
  ['y', 31_536_000],
  ['w', 604_800],
  ['d', 86_400],
  ['h', 3_600],
  ['m', 60],
  ['s', 1],
  ['ms', 0.001],
]);
/** Units from the longest to the shortest, each at most once. */
const compound = /^(?:(\d+)y)?(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m(?!s))?(?:(\d+)s)?(?:(\d+)ms)?$/;

/** The seconds in a length of time as PromQL writes it, `1h30m` or `1y`; `undefined` where it is none. */
export const secondsIn = (text: string): number | undefined => {
  const amounts = compound.exec(text)?.slice(1);
  if (text === '' || !amounts) return undefined;
  const units = [...secondsPer.values()];
  const milliseconds = amounts.map((amount = '0', i) => Math.round(Number(amount) * (units[i] ?? 0) * 1_000));
  return milliseconds.reduce((sum, each) => sum + each, 0) / 1_000;
};

/**
 * The same in one unit, as every release of Prometheus reads it: `1h30m` is `90m`, and the plain 300, which is a length since
 * Prometheus 3, is `5m`.
 */
export const lengthIn = (text: string): Duration | undefined => {
  if (isDuration(text)) return text;
  const seconds = /^\d+(\.\d+)?$/.test(text) ? Number(text) : secondsIn(text);
  return seconds === undefined ? undefined : duration(seconds);
};
