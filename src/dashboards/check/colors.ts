import type { Fault } from '#ground/fault.js';
import { isObject } from '#ground/field.js';
import { textAt } from '#ground/json.js';
import type { Panel } from '#dashboards/panel/panel.js';
import { type Meaning, meaningOf } from './meaning.js';

/** A name that people read, and the colour in which it is drawn. */
export interface Colored {
  readonly name: string;
  readonly color: string;
}

/** The legend of a query as far as it is the same for all of its series. */
export const spokenLegend = (legend = ''): string => legend.replace(/\{\{[^}]*\}\}/g, ' ').trim();

/** What single values are called, as Grafana's `mappings` have it. */
const mapped = (mappings: unknown): readonly Colored[] =>
  (Array.isArray(mappings) ? mappings : []).flatMap((mapping: unknown) => {
    const options = isObject(mapping) ? mapping['options'] : undefined;
    return Object.entries(isObject(options) ? options : {}).flatMap(([value, shown]) => {
      const color = textAt(shown, 'color');
      return color === undefined ? [] : [{ name: textAt(shown, 'text') ?? value, color }];
    });
  });

/** Fields that are picked by a text that names them: `byName`, `byRegexp`. */
const ofFields = ({ overrides }: Panel): readonly Colored[] =>
  overrides.flatMap(({ matcher, properties }) => {
    const isNamed = matcher.id === 'byName' || matcher.id === 'byRegexp';
    const name = isNamed && typeof matcher.options === 'string' ? matcher.options : undefined;
    return properties.flatMap(({ id, value }) => {
      if (id === 'mappings') return mapped(value);
      const color = textAt(value, 'fixedColor');
      return id === 'color' && name !== undefined && color !== undefined ? [{ name, color }] : [];
    });
  });

/** All that a panel draws in a colour that somebody chose for it. */
export const coloredIn = (panel: Panel): readonly Colored[] => [
  ...panel.queries.flatMap(({ color, legend }) =>
    color === undefined ? [] : [{ name: spokenLegend(legend), color }],
  ),
  ...ofFields(panel),
  ...mapped(panel.defaults.mappings),
];

const against: Readonly<Record<Meaning, RegExp>> = { well: /red$/, failing: /green$/ };
const instead: Readonly<Record<Meaning, string>> = { well: 'green', failing: 'red' };
const says: Readonly<Record<Meaning, string>> = { well: 'what is well', failing: 'what fails' };

/** What is called failed and drawn in green, or succeeded and drawn in red. */
export const colorFaults = (panel: Panel): readonly Fault[] =>
  coloredIn(panel).flatMap(({ name, color }) => {
    const meaning = meaningOf(name);
    return meaning !== undefined && against[meaning].test(color)
      ? [
          {
            where: '',
            what: name,
            code: 'color-against-word' as const,
            why: `'${name}' is drawn in ${color}, and names ${says[meaning]}`,
            cure: `draw it in ${instead[meaning]}, or call it what it is`,
          },
        ]
      : [];
  });

/** The states that a panel names alike and tells apart by their colours alone: nobody who sees no colours can. */
export const wordFaults = ({ defaults, overrides }: Panel): readonly Fault[] => {
  const lists = [
    mapped(defaults.mappings),
    ...overrides.flatMap(({ properties }) =>
      properties.flatMap(({ id, value }) => (id === 'mappings' ? [mapped(value)] : [])),
    ),
  ];
  return lists.flatMap((states) =>
    [...new Set(states.map(({ name }) => name))].flatMap((name) => {
      const colors = [...new Set(states.filter((state) => state.name === name).map(({ color }) => color))];
      return colors.length < 2
        ? []
        : [
            {
              where: '',
              what: name,
              code: 'told-by-color-alone' as const,
              why: `'${name}' is shown in ${colors.join(' and in ')}, and nothing else tells the two apart`,
              cure: 'give each a word of its own',
            },
          ];
    }),
  );
};
