import type { Option, VariableModel } from './model.js';

/** What a variable is: one value, several, or all. */
export interface Chosen {
  readonly values: readonly string[];
  readonly texts: readonly string[];
  /** Several may be chosen, or all: then Prometheus is asked with regular expressions. */
  readonly isRegex: boolean;
  /** Several may be chosen: a value that is alone is a list too. */
  readonly isList: boolean;
  readonly isAll: boolean;
  /** What stands for all values, as it is written. */
  readonly allValue?: string;
}

/** By which Grafana's addresses say that all values are chosen. */
export const all = '$__all';

/** A value that nobody chooses: of an interval, of a repetition. */
export const plainly = (value: string): Chosen => ({
  values: [value],
  texts: [value],
  isRegex: false,
  isList: false,
  isAll: false,
});

/** What is chosen of the options: what the address says, else what the model has if it is an option, else all, else the first. */
export const chosenOf = (
  model: VariableModel,
  options: readonly Option[],
  asked: readonly string[] | undefined,
): Chosen => {
  const { isMulti, includesAll, allValue, current } = model;
  const shape = { isRegex: isMulti || includesAll, isList: isMulti };
  const isOption = (value: string): boolean => options.some((option) => option.value === value);
  const isAll = (values: readonly string[]): boolean =>
    includesAll && values.some((value) => value === all || value === 'All');
  const textOf = (value: string): string => options.find((option) => option.value === value)?.text ?? value;
  const everything: Chosen = {
    ...shape,
    values: options.map(({ value }) => value),
    texts: options.map(({ text }) => text),
    isList: true,
    isAll: true,
    ...(allValue && { allValue }),
  };
  if (asked !== undefined && asked.length > 0) {
    if (isAll(asked)) return everything;
    return { ...shape, values: asked, texts: asked.map(textOf), isAll: false };
  }
  const known = current.filter(isOption);
  if (isAll(current)) return everything;
  if (known.length > 0) return { ...shape, values: known, texts: known.map(textOf), isAll: false };
  if (includesAll) return everything;
  const first = options[0];
  return { ...shape, values: first ? [first.value] : [], texts: first ? [first.text] : [], isAll: false };
};
