import {
  type DataFrame,
  type Field,
  FieldType,
  formattedValueToString,
  getFieldDisplayName,
} from '@grafana/data';
import { isTrueAt } from '#browser/frame/read.js';
import { spansOf, type StateSpan } from './spans.js';

/** A series as a row of states. */
export interface StateRow {
  readonly name: string;
  readonly field: Field;
  readonly times: readonly number[];
  readonly spans: readonly StateSpan[];
}

/** The rows of frames: all that has a value but its time. */
export const rowsOf = (frames: readonly DataFrame[], end: number, merges: boolean): readonly StateRow[] =>
  frames.flatMap((frame) => {
    const time = frame.fields.find(({ type }) => type === FieldType.time);
    const times = (time?.values ?? []).filter((at) => typeof at === 'number');
    return frame.fields
      .filter((field) => field.type !== FieldType.time && !isTrueAt(field.config.custom, 'hideFrom', 'viz'))
      .map((field) => ({
        ...{ field, times },
        name: getFieldDisplayName(field, frame, [...frames]),
        spans: spansOf(times, field.values, end, merges),
      }));
  });

export interface State {
  readonly text: string;
  readonly colour: string;
}

/** What a value is called, and its colour. */
export const stateOf = ({ display }: Field, value: unknown): State => {
  const shown = display?.(value);
  return { text: shown ? formattedValueToString(shown) : String(value), colour: shown?.color ?? 'gray' };
};

/** The states of rows, each once, for a legend. */
export const statesOf = (rows: readonly StateRow[]): readonly State[] => {
  const found = new Map<string, State>();
  for (const { field, spans } of rows)
    for (const { value } of spans) {
      const state = stateOf(field, value);
      if (found.size < 20) found.set(state.text, state);
    }
  return [...found.values()];
};
