import { all, type Chosen } from './chosen.js';

const prefix = 'var-';

/** What the query of an address says of variables: `var-namespace=a&var-namespace=b`. */
export const askedVariables = (query: URLSearchParams): Readonly<Record<string, readonly string[]>> => {
  const names = [...new Set(query.keys())].filter((name) => name.startsWith(prefix));
  return Object.fromEntries(names.map((name) => [name.slice(prefix.length), query.getAll(name)]));
};

/** The query with other values of a variable. */
export const withVariable = (
  query: URLSearchParams,
  name: string,
  values: readonly string[],
): URLSearchParams => {
  const changed = new URLSearchParams(query);
  changed.delete(prefix + name);
  for (const value of values) changed.append(prefix + name, value);
  return changed;
};

/** All that is chosen, as the query of an address says it: for links that keep variables. */
export const variableParameters = (known: Readonly<Record<string, Chosen>>): string =>
  Object.entries(known)
    .flatMap(([name, { values, isAll }]) => (isAll ? [all] : values).map((value) => [prefix + name, value]))
    .map(([name = '', value = '']) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&');
