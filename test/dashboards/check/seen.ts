import { type ColorMatrix, colorMatrices } from '#browser/frame/seen.js';

/** As light, from 0 to 1: https://www.w3.org/TR/css-color-4/#color-conversion-code. */
const linear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);

const lightOf = (hex: string): readonly number[] =>
  [1, 3, 5].map((at) => linear(parseInt(hex.slice(at, at + 2), 16) / 255));

const seenBy = (matrix: ColorMatrix, light: readonly number[]): readonly number[] =>
  matrix.map((row) =>
    Math.min(
      1,
      Math.max(
        0,
        row.reduce((sum, part, at) => sum + part * (light[at] ?? 0), 0),
      ),
    ),
  );

/** CIE L*a*b* of light under D65, in which equal distances look about equally far. */
const labOf = ([red = 0, green = 0, blue = 0]: readonly number[]): readonly number[] => {
  const rooted = (value: number): number => (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116);
  const x = rooted((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047);
  const y = rooted(0.2126 * red + 0.7152 * green + 0.0722 * blue);
  const z = rooted((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
};

/** How far two colours lie apart for eyes of each kind, as they are named in the preview. */
export const apartFor = (one: string, other: string): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.entries(colorMatrices).map(([vision, matrix]) => {
      const [a, b] = [one, other].map((hex) => labOf(seenBy(matrix, lightOf(hex))));
      return [vision, Math.hypot(...(a ?? []).map((value, at) => value - (b?.[at] ?? 0)))];
    }),
  );

/** From about here on two thin lines are told apart at a glance; 2 is the least that anybody sees side by side. */
export const farEnough = 20;

/** Those who take two colours for one. */
export const confusedBy = (one: string, other: string): readonly string[] =>
  Object.entries(apartFor(one, other)).flatMap(([vision, far]) => (far < farEnough ? [vision] : []));
