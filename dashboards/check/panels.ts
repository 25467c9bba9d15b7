import { isUnsaid } from '../description.js';
import { panelId } from '../identity.js';
import { columns } from '../layout.js';
import type { Panel } from '../panel/panel.js';
import type { Row } from '../row.js';
import { lineFaults } from '../threshold.js';

const isCount = (value: number): boolean => Number.isInteger(value) && value > 0;

/** What is wrong with one panel, whatever stands beside it. */
const faultsOf = ({
  key,
  description,
  width,
  height,
  kind,
  logql,
  options,
  drawing,
}: Panel): readonly string[] => [
  ...(key === ''
    ? ['the title has no letter a to z and no digit, which its id is made of; give it a key']
    : []),
  ...(isUnsaid(description) ? ['has no description; say what it shows and how to read it'] : []),
  ...(isCount(width) && width <= columns
    ? []
    : [`is ${width} columns wide; the grid has ${columns}, write 1 to ${columns}`]),
  ...(isCount(height) ? [] : [`is ${height} rows high; write a whole number from 1`]),
  ...('content' in options && options.content.trim() === ''
    ? ['shows no text; write what a reader should know']
    : []),
  ...(kind === 'logs' && !/^\s*\{[^}]*\w/.test(logql ?? '')
    ? [`LogQL '${logql}' selects no streams; begin with at least one label, e.g. {namespace="…"}`]
    : []),
  ...lineFaults(drawing.lines),
];

const doubles = (titled: readonly { readonly title: string }[]): readonly string[] => {
  const titles = titled.map(({ title }) => title);
  return [...new Set(titles.filter((title, i) => titles.indexOf(title) !== i))];
};

/** Panels and rows whose ids are the same, by their titles. */
const collisions = (all: readonly (Panel | Row)[]): readonly string[] => {
  const titles = new Map<number, string>();
  return all.flatMap(({ key, title }) => {
    const other = titles.get(panelId(key));
    titles.set(panelId(key), title);
    return other === undefined || other === title
      ? []
      : [`panels '${other}' and '${title}' have the same id ${panelId(key)}; give one of them another key`];
  });
};

/** Faults of panels by themselves, and panels or rows that cannot be told apart. */
export const panelFaults = (panels: readonly Panel[], rows: readonly Row[]): readonly string[] => [
  ...panels.flatMap((panel) => faultsOf(panel).map((fault) => `panel '${panel.title}': ${fault}`)),
  ...rows
    .filter((row) => row.panels.length === 0)
    .map(({ title }) => `row '${title}': has no panels; leave it out`),
  ...doubles(panels).map((title) => `panel '${title}': stands here more than once; give each its own title`),
  ...doubles(rows).map((title) => `row '${title}': stands here more than once; give each its own title`),
  ...collisions([...panels, ...rows]),
];
