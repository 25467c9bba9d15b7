import type { Fault } from '#ground/fault.js';
import { type Yaml, fieldOf, itemsOf } from '#ground/yaml-tree.js';
import { type Duration, duration } from '#ground/duration.js';
import { secondsIn } from '#promql/expr/length.js';

/** In which of its two forms a configuration is written: Alertmanager's own file, or an object of the operator. */
export type Form = 'alertmanager.yml' | 'AlertmanagerConfig';

/** Reads fields of one form, and notes what is wrong. */
export interface Reading {
  readonly form: Form;
  readonly file: string;
  readonly faults: Fault[];
  /** A field by its name in alertmanager.yml; the operator writes `group_by` as `groupBy`. */
  readonly field: (yaml: Yaml, name: string) => Yaml | undefined;
  readonly text: (yaml: Yaml, name: string) => string | undefined;
  readonly list: (yaml: Yaml, name: string) => readonly Yaml[];
  readonly texts: (yaml: Yaml, name: string) => readonly string[];
  readonly length: (yaml: Yaml, name: string) => Duration | undefined;
  /** `fallback` where nothing is said; YAML 1.1, which Alertmanager reads, has several words for each. */
  readonly truth: (yaml: Yaml, name: string, fallback: boolean) => boolean;
  readonly refuse: (line: number, what: string, why: string, cure: string) => void;
}

/** `group_by` as the operator calls it. */
export const camel = (name: string): string =>
  name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

export const reading = (form: Form, file: string): Reading => {
  const faults: Fault[] = [];
  const refuse: Reading['refuse'] = (line, what, why, cure) =>
    void faults.push({ where: `${file}:${line}`, what, code: 'bad-routing-file', why, cure });
  const field: Reading['field'] = (yaml, name) =>
    fieldOf(yaml, form === 'AlertmanagerConfig' ? camel(name) : name);
  const text: Reading['text'] = (yaml, name) => {
    const value = field(yaml, name);
    if (value && value.type !== 'text') refuse(value.line, name, `${name} is no text`, 'write one');
    return value?.type === 'text' ? value.text : undefined;
  };
  const list: Reading['list'] = (yaml, name) => {
    const value = field(yaml, name);
    if (value && value.type !== 'list') refuse(value.line, name, `${name} is no list`, 'begin each with -');
    return itemsOf(value);
  };
  return {
    ...{ form, file, faults, refuse, field, text, list },
    texts: (yaml, name) => list(yaml, name).flatMap((each) => (each.type === 'text' ? [each.text] : [])),
    length: (yaml, name) => {
      const written = text(yaml, name);
      if (written === undefined) return undefined;
      const seconds = written === '0' ? 0 : secondsIn(written);
      if (seconds !== undefined) return duration(seconds);
      refuse(
        field(yaml, name)?.line ?? yaml.line,
        written,
        `${name}: '${written}' is no length of time`,
        "write e.g. '5m'",
      );
      return undefined;
    },
    truth: (yaml, name, fallback) => {
      const written = text(yaml, name);
      return written === undefined ? fallback : /^(true|yes|on|y)$/i.test(written);
    },
  };
};
