import { type DisplayValue, type FieldDisplay } from '@grafana/data';

/** A single value has no name, unless the panel gives it one: its panel's title says it. */
export const named = ({ display, field, name }: FieldDisplay, count: number): string =>
  name === 'No data' || (count === 1 && field.displayName === undefined) ? '' : (display.title ?? '');

/** From where to where a value goes: as its field has it, else up to a hundred. */
export const boundsOf = ({ field }: FieldDisplay): readonly [min: number, max: number] => {
  const min = field.min ?? 0;
  const max = field.max ?? 100;
  return max > min ? [min, max] : [min, min + 100];
};

/** How far a value is along its range, from 0 to 1; 0 of what is no number. */
export const shareOf = ({ numeric }: DisplayValue, min: number, max: number): number =>
  Number.isFinite(numeric) ? Math.min(1, Math.max(0, (numeric - min) / (max - min))) : 0;
