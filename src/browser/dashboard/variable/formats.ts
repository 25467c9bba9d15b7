import type { Chosen } from './chosen.js';

/** How the value of a variable is written into a text. */
export type Format = (values: readonly string[], chosen: Chosen, name: string) => string;

const escapedForRegex = (value: string): string => value.replace(/[\\^$*+?.()|[\]{}/]/g, '\\$&');
const grouped = (values: readonly string[]): string =>
  values.length === 1 ? (values[0] ?? '') : `(${values.join('|')})`;

/** A value inside a string of PromQL that is compared as it is. */
const inString = (value: string): string => value.replace(/\\/g, '\\\\').replace(/'/g, "\\\\'");

/** A value inside a string of PromQL that is a regular expression: its own signs stand behind two backslashes. */
const inRegex = (value: string): string =>
  value.replace(/\\/g, '\\\\\\\\').replace(/[$^*{}[\]'+?.()|]/g, '\\\\$&');

/** As Grafana's data source writes a variable into PromQL that says no format. */
export const forPrometheus: Format = (values, { isRegex, allValue }) => {
  if (allValue !== undefined) return allValue;
  return isRegex ? grouped(values.map(inRegex)) : inString(values.join(','));
};

export const asText: Format = (_, { texts, isAll }) => (isAll ? 'All' : texts.join(' + '));

const glob: Format = (values) => (values.length === 1 ? (values[0] ?? '') : `{${values.join(',')}}`);

const dateOf: Format = (values) => new Date(Number(values[0])).toISOString();

/** Grafana's formats, by the word behind the colon: `${namespace:csv}`. */
const formats: Readonly<Record<string, Format>> = {
  raw: (values, { allValue }) => allValue ?? values.join(','),
  csv: (values, { allValue }) => allValue ?? values.join(','),
  pipe: (values, { allValue }) => allValue ?? values.join('|'),
  regex: (values, { allValue }) => allValue ?? grouped(values.map(escapedForRegex)),
  glob: (values, chosen, name) => chosen.allValue ?? glob(values, chosen, name),
  json: (values, { isList }) => JSON.stringify(isList ? values : values[0]),
  doublequote: (values) => values.map((value) => `"${value.replace(/"/g, '\\"')}"`).join(','),
  singlequote: (values) => values.map((value) => `'${value.replace(/'/g, "\\'")}'`).join(','),
  sqlstring: (values) => values.map((value) => `'${value.replace(/'/g, "''")}'`).join(','),
  percentencode: (values, chosen, name) => encodeURIComponent(glob(values, chosen, name)),
  queryparam: (values, { isAll }, name) =>
    (isAll ? ['$__all'] : values)
      .map((value) => `var-${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
      .join('&'),
  text: asText,
  html: (values) => values.join(', ').replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`),
  date: dateOf,
};

/** The format of a name, which may have an argument behind it; one that nobody knows is `glob`, as in Grafana. */
export const formatOf = (name: string): Format => {
  const [format = '', argument] = name.split(':');
  if (format === 'date' && argument === 'seconds')
    return (values) => String(Math.floor(Number(values[0]) / 1000));
  return formats[format] ?? formats.glob ?? glob;
};
