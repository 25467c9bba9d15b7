import { type DisplayValue, FieldType, type FieldDisplay, getFieldDisplayValues } from '@grafana/data';
import { type Drawn } from '#browser/panel/contract.js';
import { isTrueAt, numberAt, textAt, textsAt } from '#browser/frame/read.js';
import { word } from '#browser/panel/words.js';

export interface Wanted {
  readonly sparkline?: boolean;
  readonly percentChange?: boolean;
}

/** Whether anything was found that has a value. */
export const isEmpty = ({ frames }: Drawn): boolean =>
  !frames.some(({ fields, length }) => length > 0 && fields.some(({ type }) => type !== FieldType.time));

/** Words for a value that is none: the panel's own, else ours. */
const noValue = (drawn: Drawn, value: FieldDisplay): DisplayValue => ({
  ...value.display,
  text: value.field.noValue ?? word(drawn.language, 'noData'),
});

/** The values that a panel shows, as `reduceOptions` has it: one of each series, or each of its values. */
export const valuesOf = (
  drawn: Drawn,
  { sparkline = false, percentChange = false }: Wanted,
): readonly FieldDisplay[] => {
  const { model, frames, theme, timeZone } = drawn;
  const limit = numberAt(model.options, 'reduceOptions', 'limit');
  const found = getFieldDisplayValues({
    data: [...frames],
    theme,
    timeZone,
    sparkline,
    percentChange,
    fieldConfig: model.fieldConfig ?? { defaults: {}, overrides: [] },
    // What a variable is was put in before.
    replaceVariables: (text) => text,
    reduceOptions: {
      values: isTrueAt(model.options, 'reduceOptions', 'values'),
      calcs: [...textsAt(model.options, 'reduceOptions', 'calcs')],
      fields: textAt(model.options, 'reduceOptions', 'fields') ?? '',
      ...(limit !== undefined && { limit }),
    },
  });
  return found.map((value) =>
    value.display.text === '' || value.name === 'No data'
      ? { ...value, display: noValue(drawn, value) }
      : value,
  );
};
