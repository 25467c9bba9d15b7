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
  { key, description, width, height, kind, logql, options, drawing, queries }: Panel,
  language: Language,
): readonly Fault[] => [
  ...(key === ''
    ? [
        wrong(
          'bad-name',
          'the title has no letter a to z and no digit, which its id is made of',
          'give it a key',
        ),
      ]
    : []),
  ...descriptionFaults(description, language, 'say what it shows and how to read it'),
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
  ...(kind === 'text' && contentOf(options).trim() === ''
    ? [wrong('holds-nothing', 'shows no text', 'write what a reader should know')]
    : []),
  ...(kind === 'logs' && !/^\s*\{[^}]*\w/.test(logql ?? '')
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

/** Panels and rows whose ids are the same, by their titles. */
const collisions = (all: readonly (Panel | Row)[]): readonly Fault[] => {
  const titles = new Map<number, string>();
  return all.flatMap(({ key, title }) => {
    const other = titles.get(panelId(key));
    titles.set(panelId(key), title);
    return other === undefined || other === title
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
  ...doubles('panel', panels),
  ...doubles('row', rows),
  ...collisions([...panels, ...rows]),
];
