import { listAt, numberAt, textAt } from '#ground/json.js';
import { colorOf } from './color.js';

/** Where values change their colour. */
export interface Thresholds {
  readonly mode?: 'percent';
  readonly defaultColor?: string;
  readonly steps: readonly { readonly value: number; readonly color?: string }[];
}

const modeOf = (defaults: unknown): Pick<Thresholds, 'mode'> =>
  textAt(defaults, 'thresholds', 'mode') === 'percentage' ? { mode: 'percent' } : {};

const colors = (defaults: unknown) =>
  listAt(defaults, 'thresholds', 'steps').map((step) => ({
    value: numberAt(step, 'value'),
    color: colorOf(textAt(step, 'color') ?? ''),
  }));

/** The colours of a number or a dial: below the first step, and from each on. */
export const colored = (defaults: unknown): Thresholds => {
  const [base, ...steps] = colors(defaults);
  return {
    ...modeOf(defaults),
    ...(base?.color !== undefined && { defaultColor: base.color }),
    steps: steps.flatMap(({ value, color }) =>
      value === undefined ? [] : [{ value, ...(color !== undefined && { color }) }],
    ),
  };
};

/** Lines across a chart, where it draws any. Each has the colour of its bad side: of the other Grafana draws nothing, and Perses no line. */
export const lines = (defaults: unknown): Thresholds | undefined => {
  const [base, ...steps] = colors(defaults);
  const mode = textAt(defaults, 'custom', 'thresholdsStyle', 'mode') ?? 'off';
  if (mode === 'off' || steps.length === 0) return undefined;
  return {
    ...modeOf(defaults),
    steps: steps.flatMap(({ value, color }, i) => {
      const seen = color ?? (i === 0 ? base : steps[i - 1])?.color;
      return value === undefined ? [] : [{ value, ...(seen !== undefined && { color: seen }) }];
    }),
  };
};
