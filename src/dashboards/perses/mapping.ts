import { isObject } from '#ground/field.js';
import { listAt, numberAt, objectAt, textAt } from '#ground/json.js';
import { colorOf } from './color.js';

/** What is shown in place of a value. */
interface Shown {
  readonly text: string | undefined;
  readonly color: string | undefined;
}
/** When that is. */
interface Condition {
  readonly kind: 'Value' | 'Range' | 'Regex' | 'Misc';
  readonly spec: object;
}

const shown = (value: unknown): Shown => ({
  text: textAt(value, 'text'),
  color: colorOf(textAt(value, 'color') ?? ''),
});

/** Grafana's words for values that are none, and Perses'. */
const special: Readonly<Record<string, string>> = {
  null: 'null',
  nan: 'NaN',
  'null+nan': 'null',
  empty: 'empty',
  true: 'true',
  false: 'false',
};

/** One mapping of Grafana, which may hold several values. */
const conditionsOf = (
  mapping: unknown,
  ends: readonly [least: string, greatest: string],
  pattern: string,
): readonly (readonly [Condition, Shown])[] => {
  const options = objectAt(mapping, 'options');
  const result = shown(options['result']);
  const end = (key: string, from: 'from' | 'to') => {
    const value = numberAt(options, from);
    return value === undefined ? {} : { [key]: value };
  };
  switch (textAt(mapping, 'type')) {
    case 'value':
      return Object.entries(options).flatMap(([value, each]) =>
        isObject(each) && value !== '' ? [[{ kind: 'Value', spec: { value } }, shown(each)] as const] : [],
      );
    case 'range':
      return [[{ kind: 'Range', spec: { ...end(ends[0], 'from'), ...end(ends[1], 'to') } }, result]];
    case 'regex':
      return [[{ kind: 'Regex', spec: { [pattern]: textAt(options, 'pattern') ?? '.*' } }, result]];
    case 'special':
      return [[{ kind: 'Misc', spec: { value: special[textAt(options, 'match') ?? ''] ?? 'null' } }, result]];
    default:
      return [];
  }
};

/** What a number shows in place of values. */
export const mappingsOf = (mappings: readonly unknown[]): readonly object[] =>
  mappings
    .flatMap((each) => conditionsOf(each, ['from', 'to'], 'pattern'))
    .map(([{ kind, spec }, { text = '', color }]) => ({
      kind,
      spec: { ...spec, result: { value: text, ...(color !== undefined && { color }) } },
    }));

/** The same of the cells of a table. */
export const cellsOf = (mappings: readonly unknown[], isBackground: boolean): readonly object[] =>
  mappings
    .flatMap((each) => conditionsOf(each, ['min', 'max'], 'expr'))
    .map(([condition, { text, color }]) => ({
      condition,
      ...(text !== undefined && { text }),
      ...(color !== undefined && { [isBackground ? 'backgroundColor' : 'textColor']: color }),
    }));

/** Of a kind that shows numbers as they are. */
export const mappingsLeft = (defaults: unknown): readonly string[] =>
  listAt(defaults, 'mappings').length > 0 ? ['words for single values'] : [];
