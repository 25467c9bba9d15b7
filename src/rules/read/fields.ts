import type { Fault } from '#ground/fault.js';
import { instead, nearest } from '#ground/nearest.js';
import { type Yaml, fieldOf, fieldsOf } from '#ground/yaml-tree.js';
import { secondsIn } from '#promql/expr/length.js';
import { textsOf } from './kind.js';

/** What is wrong in a line of a file of rules. */
export const ruleFault = (file: string, line: number, what: string, why: string, cure: string): Fault => ({
  where: `${file}:${line}`,
  what,
  code: 'bad-rule-file',
  why,
  cure,
});

/** What was read, and what is wrong with it. */
export interface Read<T> {
  readonly value: T;
  readonly faults: readonly Fault[];
}

/** Fields of which a reader knows nothing: what Prometheus refuses, and what any other takes for a slip of the pen. */
export const strangers = (
  file: string,
  yaml: Yaml,
  known: readonly string[],
  others: readonly string[],
): readonly Fault[] =>
  fieldsOf(yaml)
    .filter(([name]) => !known.includes(name) && !others.includes(name))
    .map(([name, { line }]) =>
      ruleFault(
        file,
        line,
        name,
        `there is no field '${name}'`,
        nearest(name, known) === undefined ? 'leave it out' : instead(name, known),
      ),
    );

/** A length of time as rules write it: `1h30m`, `0s`, `1d`, `0`. */
export const secondsAt = (file: string, yaml: Yaml, name: string): Read<number | undefined> => {
  const value = fieldOf(yaml, name);
  if (!value) return { value: undefined, faults: [] };
  const text = value.type === 'text' ? value.text : '';
  const negative = name === 'query_offset' && text.startsWith('-');
  const seconds = text === '0' ? 0 : secondsIn(negative ? text.slice(1) : text);
  return seconds === undefined
    ? {
        value: undefined,
        faults: [
          ruleFault(
            file,
            value.line,
            text,
            `${name}: '${text}' is no length of time`,
            "write whole numbers, each with its unit, the longest first: '1h30m'",
          ),
        ],
      }
    : { value: negative ? -seconds : seconds, faults: [] };
};

/** A map of texts by name; a value that is none is a fault. */
export const textsAt = (file: string, yaml: Yaml, name: string): Read<Readonly<Record<string, string>>> => {
  const value = fieldOf(yaml, name);
  if (!value) return { value: {}, faults: [] };
  if (value.type !== 'map')
    return {
      value: {},
      faults: [ruleFault(file, value.line, '', `${name} is no map`, 'write name: value, one a line')],
    };
  return {
    value: textsOf(value),
    faults: fieldsOf(value)
      .filter(([, each]) => each.value.type === 'list' || each.value.type === 'map')
      .map(([key, { line }]) =>
        ruleFault(file, line, key, `${name}.${key} is no text`, 'write it in quotes'),
      ),
  };
};
