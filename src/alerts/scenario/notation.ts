import { refusal } from '#ground/fault.js';
import type { Level } from './level.js';

const number = String.raw`[-+]?(?:\d+(?:\.\d*)?(?:e[-+]?\d+)?|inf|nan)`;
const item = new RegExp(
  String.raw`^(?<from>${number})(?:(?<by>[-+]\d+(?:\.\d*)?(?:e[-+]?\d+)?)?x(?<times>\d+))?$`,
  'i',
);
const gap = /^(?:_(?:x(?<times>\d+))?|stale)$/;

/** A number as promtool spells it. */
const value = (text: string): number => Number(text.replace(/inf/i, 'Infinity').replace(/nan/i, 'NaN'));

/** One item of the notation, spelled out; nothing where promtool does not read it so. */
const spelledOut = (text: string): readonly Level[] | undefined => {
  const missing = gap.exec(text);
  if (missing) return Array.from({ length: Number(missing.groups?.['times'] ?? 1) }, () => 'missing');
  const { from, by = '0', times = '0' } = item.exec(text)?.groups ?? {};
  if (from === undefined) return undefined;
  // The step is added each time anew, as promtool does, so that sums of fractions come out the same.
  let next = value(from);
  return Array.from({ length: Number(times) + 1 }, (_, i) => (i === 0 ? next : (next += value(by))));
};

/**
 * Values in promtool's notation, one after another: `5x3 0+2x4 _x2 stale 1`.
 * https://prometheus.io/docs/prometheus/latest/configuration/unit_testing_rules/#series
 *
 * @throws Error on what is not such a notation, histograms included.
 */
export const valuesIn = (notation: string): readonly Level[] =>
  notation
    .trim()
    .split(/\s+/)
    .flatMap((text) => {
      const values = spelledOut(text);
      if (values) return values;
      throw refusal('samples', {
        what: text,
        code: 'no-notation',
        why: `'${text}' is not read by promtool as values of a series`,
        cure: "write e.g. '5x20 0+2x40 _x5'",
      });
    });
