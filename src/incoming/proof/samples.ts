/** A sample, or none. */
export type Sample = number | 'missing';

const one = String.raw`[+-]?(?:[\d.]+(?:e[+-]?\d+)?|inf|nan)`;
const piece = new RegExp(`^(_|stale|${one})(?:([+-][\\d.]+(?:e[+-]?\\d+)?))?(?:x(\\d+))?$`, 'i');

const numberIn = (text: string): number =>
  /inf$/i.test(text) ? (text.startsWith('-') ? -Infinity : Infinity) : Number(text);

/** `0+30x2`: three samples; `_x2`: two that are missing; nothing where promtool's notation is otherwise. */
const ofPiece = (text: string): readonly Sample[] | undefined => {
  const [, first = '', step, times] = piece.exec(text) ?? [];
  if (first === '') return undefined;
  if (first === '_') return Array.from({ length: Number(times ?? 1) }, () => 'missing');
  if (first === 'stale') return ['missing'];
  const [from, by] = [numberIn(first), step === undefined ? 0 : Number(step)];
  return Array.from({ length: Number(times ?? 0) + 1 }, (_, i) => Number((from + by * i).toPrecision(12)));
};

/** The samples of a series in promtool's notation; nothing where it is none. */
export const samplesIn = (values: string): readonly Sample[] | undefined => {
  const pieces = values
    .split(/\s+/)
    .filter((text) => text !== '')
    .map(ofPiece);
  const known = pieces.flatMap((each) => each ?? []);
  return pieces.includes(undefined) ? undefined : known;
};
