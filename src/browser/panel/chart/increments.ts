const decimal = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => index + from).flatMap((power) =>
    [1, 2, 2.5, 5].map((times) => Number((times * 10 ** power).toPrecision(2))),
  );

/** Powers of two, up to an exbibyte; below one as plain numbers, since a mean of bytes may be part of one. */
const binary = [...decimal(-16, -1), ...Array.from({ length: 61 }, (_, power) => 2 ** power)];

const day = 86_400;
const clock = [
  ...[1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800],
  ...[3600, 7200, 10_800, 21_600, 43_200, day, 2 * day, 5 * day, 10 * day, 50 * day, 100 * day, 500 * day],
];

/** How many of a unit are a second. */
const perSecond: Readonly<Record<string, number>> = {
  s: 1,
  dtdurations: 1,
  clocks: 1,
  ms: 1e3,
  dtdurationms: 1e3,
  clockms: 1e3,
  µs: 1e6,
  ns: 1e9,
};

const isBinary = (unit: string): boolean =>
  /^(bytes|bits|kbytes|mbytes|gbytes|tbytes|pbytes|binBps|binbps|KiBs|MiBs|GiBs|TiBs|PiBs|Kibits|Mibits|Gibits|Tibits|Pibits)$/.test(
    unit,
  );

/**
 * By which steps an axis may be divided, ascending: multiples of 1024 for bytes that are counted so, of 60 for times, of ten otherwise,
 * so that what is written at a tick is a round number in its unit.
 */
export const incrementsOf = (unit: string | undefined): readonly number[] => {
  if (unit !== undefined && isBinary(unit)) return binary;
  const times = unit === undefined ? undefined : perSecond[unit];
  if (times === undefined) return decimal(-16, 20);
  return [...decimal(-12, 12).filter((step) => step < times), ...clock.map((seconds) => seconds * times)];
};

/** How many places behind the point a step has, at most six. */
export const placesOf = (increment: number): number => {
  const rounded = Number(increment.toFixed(6));
  const [, fraction = ''] = rounded.toString().split('.');
  return rounded.toString().includes('e-') ? 6 : fraction.length;
};

/**
 * How many places behind the point are written at a tick: those of the step between ticks, and by powers of ten, where steps differ, those
 * that the tick needs itself.
 */
export const placesAt = (value: number, increment: number, isLinear: boolean): number =>
  placesOf(isLinear ? increment : value);
