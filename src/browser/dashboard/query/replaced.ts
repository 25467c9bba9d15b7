import {
  formattedValueToString,
  getFieldDisplayName,
  type Field,
  type DataFrame,
  type InterpolateFunction,
} from '@grafana/data';
import { asText } from '#browser/dashboard/variable/formats.js';
import { interpolate, type Known } from '#browser/dashboard/variable/interpolate.js';
import { numberAt, valueAt } from '#browser/frame/read.js';

const isField = (value: unknown): value is Field => Array.isArray(valueAt(value, 'values'));
const isFrame = (value: unknown): value is DataFrame => Array.isArray(valueAt(value, 'fields'));

const shownValue = (field: Field, at: number): string => {
  const value: unknown = field.values[at];
  return field.display ? formattedValueToString(field.display(value)) : String(value ?? '');
};

/** What `${__field.labels.job}` and its like are of the field that is looked at; nothing of other words. */
const ofField = (path: string, context: unknown): string | undefined => {
  const field = valueAt(context, 'field');
  const frame = valueAt(context, 'frame');
  if (!isField(field) || !isFrame(frame)) return undefined;
  const row = numberAt(context, 'rowIndex') ?? field.values.length - 1;
  const [, label] = /^__field\.labels(?:\.(\w+)|\["([^"]+)"\])$/.exec(path) ?? [];
  if (label !== undefined) return field.labels?.[label] ?? '';
  const [, column] = /^__data\.fields\.?\[?"?([^"\]]+)"?\]?$/.exec(path) ?? [];
  if (column !== undefined) {
    const other = frame.fields.find(({ name, config }) => name === column || config.displayName === column);
    return other ? shownValue(other, row) : '';
  }
  switch (path) {
    case '__field.name':
    case '__field.displayName':
    case '__series.name':
      return getFieldDisplayName(field, frame);
    case '__value.text':
    case '__value':
      return shownValue(field, row);
    case '__value.raw':
    case '__value.numeric':
      return String(field.values[row] ?? '');
    case '__value.time':
      return String(frame.fields.find(({ type }) => type === 'time')?.values[row] ?? '');
    default:
      return undefined;
  }
};

/** Fills in what texts of fields and of links may hold: variables, labels, values, and parts of the address. */
export const replacing =
  (known: Known, address: Readonly<Record<string, string>>): InterpolateFunction =>
  (text, scopedVars, format) => {
    const encoded = (value: string): string => (format === 'uriencode' ? encodeURIComponent(value) : value);
    const filled = text.replace(
      /\$\{(__(?:field|series|value|data|url_time_range|all_variables)[^}:]*)(?::\w+)?\}/g,
      (whole: string, path: string) => {
        if (Object.hasOwn(address, path)) return address[path] ?? '';
        const value = ofField(path, valueAt(scopedVars, '__dataContext', 'value'));
        return value === undefined ? whole : encoded(value);
      },
    );
    return interpolate(filled, known, (values, chosen, name) => encoded(asText(values, chosen, name)));
  };
