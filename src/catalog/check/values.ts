import { labelsOf } from '#catalog/declared.js';
import type { Family } from '#catalog/exposition.js';
import { instead } from '#ground/nearest.js';
import type { MetricInfo } from '#promql/metric/metric.js';
import type { Difference } from './difference.js';

/** More values of one label than a person would read in a legend, or a program has routes. */
const many = 100;

/** What a value is made of whose number grows with the users: each is a series of its own for as long as the program runs. */
const endless: readonly (readonly [pattern: RegExp, is: string])[] = [
  [/(^|\/)\d+(\/|\?|$)/, 'a path with a number in it'],
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/i, 'a text with a UUID in it'],
  [/(^|\/)[0-9a-f]{16,}(\/|$)/i, 'a path with an identity in it'],
  [/\/[^?]*\?/, 'a path with a query'],
  [/[^\s/]+@[^\s/]+\.[a-z]+/i, 'an address of mail'],
  [/^\d{1,3}(\.\d{1,3}){3}(:\d+)?$/, 'an address of the network'],
  [/^Mozilla\/|AppleWebKit\//, 'what a browser calls itself'],
];

/** A number by itself is a status or a page of few; as a part of a path it is not. */
const isNumber = (value: string): boolean => /^\d+$/.test(value);

const valuesOf = ({ series }: Family, label: string): readonly string[] => [
  ...new Set(series.flatMap(({ [label]: value }) => value ?? [])),
];

/** Values of a label that are to be few, and that nobody has counted before. */
const openFaults = (name: string, label: string, values: readonly string[]): readonly Difference[] => {
  const found = endless.flatMap(([pattern, is]) => {
    const [value] = values.filter((each) => !isNumber(each) && pattern.test(each));
    return value === undefined ? [] : [{ value, is }];
  });
  return [
    ...found.slice(0, 1).map(({ value, is }) => ({
      what: value,
      code: 'unbounded-value' as const,
      why: `${name} has ${label}="${value}", ${is}: each other one is a series more`,
      cure: `write the pattern of the route, or a name of a set that is known: /users/{id}`,
    })),
    ...(found.length === 0 && values.length > many
      ? [
          {
            what: label,
            code: 'unbounded-value' as const,
            why: `${name} has ${values.length} values of ${label}, and no catalogue says which they are`,
            cure: 'see that they are no more with each user: of all metrics with this label each has as many series',
            isHint: true as const,
          },
        ]
      : []),
  ];
};

/** Values that a closed set does not have, and values of other labels that have no end. */
export const valueDifferences = ({ name, values }: MetricInfo, family: Family): readonly Difference[] =>
  labelsOf(family).flatMap((label) => {
    const seen = valuesOf(family, label);
    const known = values[label];
    return known === undefined
      ? openFaults(name, label, seen)
      : seen
          .filter((value) => !known.includes(value))
          .map((value) => ({
            what: value,
            code: 'not-declared' as const,
            why: `${name} has ${label}="${value}", which is none of ${known.join(', ')}`,
            cure: `${instead(value, known)}, or add it to the catalogue's values of ${label}`,
          }));
  });
