import { isTrueAt, listAt, numberAt, oneOf, textAt, textsAt } from '#browser/frame/read.js';

export interface Option {
  readonly text: string;
  readonly value: string;
}

/** A variable of a dashboard, before it has a value. */
export interface VariableModel {
  readonly name: string;
  readonly type: 'query' | 'custom' | 'constant' | 'interval' | 'textbox' | 'datasource' | 'adhoc';
  readonly label: string;
  readonly description: string;
  /** 1: its label is hidden; 2: all of it. */
  readonly hide: number;
  readonly isMulti: boolean;
  readonly includesAll: boolean;
  /** What stands for all values, in place of them. */
  readonly allValue: string;
  readonly query: string;
  readonly regex: string;
  readonly sort: number;
  /** What it is in the model: values that were last chosen in Grafana. */
  readonly current: readonly string[];
  /** The options that the model holds, which custom ones have. */
  readonly options: readonly Option[];
  /** How many steps its automatic interval makes of a range of time, and how long a step is at least. */
  readonly auto?: { readonly count: number; readonly min: string };
}

const types = ['custom', 'query', 'constant', 'interval', 'textbox', 'datasource', 'adhoc'] as const;

/** The query of a variable: as text, or as Grafana's editor writes it. */
const queryOf = (given: unknown): string => {
  const written =
    textAt(given, 'query') ?? textAt(given, 'query', 'query') ?? textAt(given, 'definition') ?? '';
  const label = textAt(given, 'query', 'label');
  if (written || label === undefined) return written;
  const metric = textAt(given, 'query', 'metric');
  return metric ? `label_values(${metric}, ${label})` : `label_values(${label})`;
};

const currentOf = (given: unknown): readonly string[] => {
  const one = textAt(given, 'current', 'value');
  return (one === undefined ? textsAt(given, 'current', 'value') : [one]).filter(Boolean);
};

export const readVariable = (given: unknown): VariableModel => ({
  name: textAt(given, 'name') ?? '',
  type: oneOf(types, given, 'type'),
  label: textAt(given, 'label') || textAt(given, 'name') || '',
  description: textAt(given, 'description') ?? '',
  hide: numberAt(given, 'hide') ?? 0,
  isMulti: isTrueAt(given, 'multi'),
  includesAll: isTrueAt(given, 'includeAll'),
  allValue: textAt(given, 'allValue') ?? '',
  query: queryOf(given),
  regex: textAt(given, 'regex') ?? '',
  sort: numberAt(given, 'sort') ?? 0,
  current: currentOf(given),
  options: listAt(given, 'options').flatMap((option) => {
    const value = textAt(option, 'value');
    return value === undefined || value === '$__all'
      ? []
      : [{ value, text: textAt(option, 'text') ?? value }];
  }),
  ...(isTrueAt(given, 'auto') && {
    auto: { count: numberAt(given, 'auto_count') ?? 30, min: textAt(given, 'auto_min') ?? '10s' },
  }),
});
