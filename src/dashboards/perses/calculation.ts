import { listAt, textAt } from '#ground/json.js';

/** Perses' words for Grafana's calculations, https://github.com/perses/shared/blob/main/cue/common/migrate/mapping.cue. */
const words: ReadonlyMap<string, string> = new Map(
  Object.entries({
    first: 'first',
    firstNotNull: 'first-number',
    last: 'last',
    current: 'last',
    lastNotNull: 'last-number',
    min: 'min',
    max: 'max',
    mean: 'mean',
    avg: 'mean',
    sum: 'sum',
    total: 'sum',
  }),
);

/** Calculations that Perses knows, and those that it does not. */
export const calculationsOf = (asked: readonly unknown[]) => {
  const texts = asked.filter((each) => typeof each === 'string');
  return {
    said: texts.flatMap((each) => words.get(each) ?? []),
    left: texts.filter((each) => !words.has(each)).map((each) => `the calculation ${each}`),
  };
};

/** What one number is made of a series: of several calculations Perses takes one. */
export const calculationOf = (options: unknown) => {
  const [first, ...others] = listAt(options, 'reduceOptions', 'calcs');
  const { said, left } = calculationsOf(first === undefined ? [] : [first]);
  return {
    said: said[0] ?? 'last-number',
    left: [
      ...left,
      ...calculationsOf(others).said.map((each) => `the calculation ${each} beside the first`),
      ...(textAt(options, 'reduceOptions', 'fields') === '' ||
      textAt(options, 'reduceOptions', 'fields') === undefined
        ? []
        : ['which fields it shows']),
    ],
  };
};
