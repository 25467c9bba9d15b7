import { isTrueAt, listAt, objectAt, textAt } from '#ground/json.js';
import type { Json } from '#incoming/dashboards/read.js';
import { numberOf } from './number-of.js';

/** As what limits are drawn: lines, areas, both, or not at all. */
export const styleOf = (panel: Json): string => {
  const all = listAt(panel, 'thresholds');
  const [fill, line] = [
    all.some((each) => isTrueAt(each, 'fill')),
    all.some((each) => isTrueAt(each, 'line')),
  ];
  return fill && line ? 'line+area' : fill ? 'area' : line ? 'line' : 'off';
};

const thresholdColors: Readonly<Record<string, string>> = { critical: 'red', warning: 'orange', ok: 'green' };

/** Lines of before: each in its colour, above or below a value; what lies on no bad side is seen through. */
export const thresholdsOf = (panel: Json): Json | undefined => {
  const all = listAt(panel, 'thresholds')
    .map((each) => ({
      value: numberOf(objectAt(each)['value']),
      isBelow: textAt(each, 'op') === 'lt',
      color: thresholdColors[textAt(each, 'colorMode') ?? ''] ?? textAt(each, 'fillColor') ?? 'red',
    }))
    .filter(({ value }) => value !== undefined)
    .toSorted((a, b) => (a.value ?? 0) - (b.value ?? 0));
  if (all.length === 0) return undefined;
  const below = all.find(({ isBelow }) => isBelow);
  const steps = all.flatMap(({ value, isBelow, color }) => [
    { value, color: isBelow ? 'transparent' : color },
  ]);
  return { mode: 'absolute', steps: [{ value: null, color: below?.color ?? 'transparent' }, ...steps] };
};
