import { type Field, fieldReducers, formattedValueToString, reduceField } from '@grafana/data';
import { type Calculated } from './item.js';

/** What does not have the unit of what it is calculated from. */
const counts = ['count', 'countAll', 'changeCount', 'distinctCount'];

const display = (field: Field, calc: string, value: unknown): string => {
  if (value === null || value === undefined || Number.isNaN(value)) return '';
  if (counts.includes(calc)) return String(value);
  if (calc === 'diffperc') return `${Number(Number(value).toPrecision(3))}%`;
  return field.display ? formattedValueToString(field.display(value)) : String(value);
};

/** A field reduced by Grafana's own reducers, by their ids: `lastNotNull`, `max`, `mean`. */
export const calculated = (field: Field, calcs: readonly string[]): readonly Calculated[] => {
  const known = calcs.filter((calc) => fieldReducers.getIfExists(calc) !== undefined);
  if (known.length === 0) return [];
  const results: Readonly<Record<string, unknown>> = reduceField({ field, reducers: known });
  return known.map((calc) => {
    const value = results[calc];
    return {
      title: fieldReducers.get(calc).name,
      text: display(field, calc, value),
      numeric: typeof value === 'number' ? value : NaN,
    };
  });
};
