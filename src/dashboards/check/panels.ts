import type { Code } from '#ground/codes/codes.js';
import { type Fault, below } from '#ground/fault.js';
import type { Language } from '#ground/language.js';
import { twice } from '#ground/repeated.js';
import { unitFaults } from '#promql/unit/in-unit.js';
import { descriptionFaults } from '#dashboards/description.js';
import { panelId } from '#dashboards/identity.js';
import { columns } from '#dashboards/layout.js';
import type { Panel } from '#dashboards/panel/panel.js';
import type { Row } from '#dashboards/row.js';
import { isOfStrip } from '#dashboards/strip/strip.js';
import { lineFaults } from '#dashboards/threshold.js';

const isCount = (value: number): boolean => Number.isInteger(value) && value > 0;

const wrong = (code: Code, why: string, cure: string, what = ''): Fault => ({
  where: '',
  what,
  code,
  why,
  cure,
});

/** The text that a panel of text shows. */
const contentOf = (options: Panel['options']): string =>
  'content' in options ? String(options.content) : '';

/** What is wrong with one panel, whatever stands beside it. */
const ownFaults = (
  { key, title, description, width, height, kind, logql, options, drawing, drawn, queries }: Panel,
  language: Language,
): readonly Fault[] => [
  ...(title.trim() === '' && !drawn
    ? [wrong('bad-name', 'it has no title', "write a text in quotes: 'Requests'")]
    : []),
  ...(key === ''
    ? [
        wrong(
          'bad-name',
          'the title has no letter a to z and no digit, which its id is made of',
          'give it a key',
        ),
      ]
    : []),
  ...(drawn ? [] : descriptionFaults(description, language, 'say what it shows and how to read it')),
  ...(isCount(width) && width <= columns
    ? []
    : [
        wrong(
          'no-whole-number',
          `is ${width} columns wide and the grid has ${columns}`,
          `write 1 to ${columns}`,
        ),
      ]),
  ...(isCount(height)
    ? []
    : [wrong('no-whole-number', `is ${height} rows high`, 'write a whole number from 1')]),
  ...(kind === 'text' && !drawn && contentOf(options).trim() === ''
    ? [wrong('holds-nothing', 'shows no text', 'write what a reader should know')]
    : []),
  ...(kind === 'logs' && !drawn && !/^\s*\{[^}]*\w/.test(logql ?? '')
    ? [
        wrong(
          'selects-everything',
          `LogQL '${logql}' selects no streams`,
          'begin with at least one label, e.g. {namespace="…"}',
          logql,
        ),
      ]
    : []),
  ...lineFaults(drawing.lines),
  ...drawing.lines.flatMap(({ limit }) => (queries[0] ? unitFaults(queries[0].unit, limit) : [])),
];

const doubles = (thing: string, titled: readonly (Panel | Row)[]): readonly Fault[] =>
  twice(titled.map(({ title }) => title)).map((title) => ({
    where: `${thing} '${title}'`,
    what: title,
    code: 'name-twice',
    why: 'stands here more than once',
    cure: 'give each its own title',
  }));

/** Whether others wrote it: of these, none is refused for its title. */
const isAsGiven = (each: Panel | Row): boolean =>
  each.type === 'row' ? each.panels.every(({ drawn }) => drawn) : each.drawn !== undefined;

/** Panels and rows whose ids are the same, by their titles. */
const collisions = (all: readonly (Panel | Row)[]): readonly Fault[] => {
  const titles = new Map<number, string>();
  return all.flatMap((each) => {
    const { key, title } = each;
    const other = titles.get(panelId(key));
    titles.set(panelId(key), title);
    return other === undefined || (other === title && !isAsGiven(each))
      ? []
      : [
          {
            where: `panels '${other}' and '${title}'`,
            what: `${panelId(key)}`,
            code: 'name-twice',
            why: `have the same id ${panelId(key)}`,
            cure: 'give one of them another key',
          },
        ];
  });
};

/** Faults of panels by themselves, and panels or rows that cannot be told apart. */
export const panelFaults = (
  panels: readonly Panel[],
  rows: readonly Row[],
  language: Language,
): readonly Fault[] => [
  ...panels.flatMap((panel) => below(`panel '${panel.title}'`, ownFaults(panel, language))),
  ...rows
    .filter((row) => row.panels.length === 0)
    .map(({ title }) => ({
      where: `row '${title}'`,
      what: title,
      code: 'holds-nothing' as const,
      why: 'has no panels',
      cure: 'leave it out',
    })),
  ...rows
    .filter((row) => row.title.trim() === '' && !isAsGiven(row))
    .map(({ key }) => ({
      where: `row ${key}`,
      what: '',
      code: 'bad-name' as const,
      why: 'it has no title',
      cure: 'say what stands under it',
    })),
  // What others wrote has titles as they gave them.
  ...doubles(
    'panel',
    panels.filter((panel) => !isAsGiven(panel) && !isOfStrip(panel)),
  ),
  ...doubles(
    'row',
    rows.filter((each) => !isAsGiven(each)),
  ),
  ...collisions([...panels, ...rows]),
];
