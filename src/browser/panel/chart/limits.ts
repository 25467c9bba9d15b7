/** A step of thresholds as a field has it: the colour holds from its value up. JSON has no infinity: the first step's value is null. */
export interface Step {
  readonly value: number | null;
  readonly color: string;
}

/** A line that is drawn at a limit. */
export interface LimitLine {
  readonly value: number;
  readonly colour: string;
}

/** What lies between two limits. */
export interface LimitArea {
  readonly from: number;
  readonly to: number;
  readonly colour: string;
}

const valueOf = ({ value }: Step): number => (value === null ? -Infinity : value);

const sorted = (steps: readonly Step[]): readonly Step[] =>
  [...steps].sort((a, b) => valueOf(a) - valueOf(b));

/**
 * The lines of thresholds. A line has the colour of what begins there; below a step that is transparent it has the colour of
 * what ends there, so that `red` up to 10% and nothing above has its red line at 10%.
 */
export const limitLines = (steps: readonly Step[]): readonly LimitLine[] => {
  const ascending = sorted(steps);
  const transparent = Math.max(
    0,
    ascending.findIndex(({ color }) => color === 'transparent'),
  );
  return ascending.slice(1).flatMap((step, index) => {
    const colour = index + 1 <= transparent ? (ascending[index]?.color ?? step.color) : step.color;
    return step.value === null || colour === 'transparent' ? [] : [{ value: step.value, colour }];
  });
};

/** The areas of thresholds, from below to above; those that are transparent are left out. */
export const limitAreas = (steps: readonly Step[]): readonly LimitArea[] => {
  const ascending = sorted(steps);
  return ascending.flatMap((step, index) => {
    const next = ascending[index + 1];
    const area = {
      from: valueOf(step),
      to: next === undefined ? Infinity : valueOf(next),
      colour: step.color,
    };
    return step.color === 'transparent' ? [] : [area];
  });
};

/** Steps in percent as values of a range. */
export const inRange = (steps: readonly Step[], min: number, max: number): readonly Step[] =>
  steps.map((step) =>
    step.value === null ? step : { ...step, value: min + ((max - min) * step.value) / 100 },
  );
