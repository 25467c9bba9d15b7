import { type Format, formatOf } from './formats.js';
import { type Chosen, plainly } from './chosen.js';

/** What is known of variables, by name. */
export type Known = Readonly<Record<string, Chosen>>;

/** Grafana's three ways to write a variable: `$name`, `[[name:format]]`, `${name:format}`. */
const written = /\$(\w+)|\[\[(\w+?)(?::(\w+))?\]\]|\$\{(\w+)(?::([^}]+))?\}/g;

/**
 * A text with the variables that are known filled in. What is no variable stays as it is: `${1}` of a `label_replace`, `$` of a
 * regular expression.
 */
export const interpolate = (text: string, known: Known, byDefault: Format): string =>
  text.replace(
    written,
    (whole: string, bare?: string, old?: string, oldFormat?: string, braced?: string, format?: string) => {
      const name = bare ?? old ?? braced ?? '';
      const chosen = Object.hasOwn(known, name) ? known[name] : undefined;
      if (!chosen) return whole;
      const asked = format ?? oldFormat;
      return (asked === undefined ? byDefault : formatOf(asked))(chosen.values, chosen, name);
    },
  );

/** What is known, with values that a part of the page has of its own. */
export const within = (known: Known, scope: Readonly<Record<string, string>>): Known => ({
  ...known,
  ...Object.fromEntries(
    Object.entries(scope).map(([name, value]) => [
      name,
      { ...plainly(value), isRegex: known[name]?.isRegex ?? false },
    ]),
  ),
});
