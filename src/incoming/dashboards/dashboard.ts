import type { About } from '#application/about.js';
import { type Dashboard, dashboard } from '#dashboards/dashboard.js';
import type { Panel } from '#dashboards/panel/panel.js';
import { type Row, row } from '#dashboards/row.js';
import { isTrueAt, textAt } from '#ground/json.js';
import { type Code, called, list, object } from '#incoming/code/code.js';
import { type Whole, wholeOf } from './about.js';
import { type Both, jsonCode } from './both.js';
import { keysOf } from './keys.js';
import { panelOf } from './panel.js';
import type { Json, ReadDashboard } from './read.js';
import { type Section, isFlowing, placesOf, sectionsOf } from './section.js';
import type { TypedQuery } from './target.js';
import { upgraded } from './upgrade/panel.js';
import { panelsOf } from './upgrade/rows.js';
import { variableOf } from './variable.js';
import { variablesIn } from './variables-in.js';

/** A dashboard as it is written now, in parts. */
export interface WrittenDashboard {
  readonly title: string;
  readonly whole: Whole;
  readonly variables: readonly Code[];
  readonly entries: readonly Code[];
  /** The same once it has run, for an application that says this of itself. */
  readonly made: (about: About) => Dashboard;
}

const titleOf = (panel: unknown): string => textAt(panel, 'title') ?? '';

/** The headings and panels of a dashboard, from top to bottom, as Grafana draws them now. */
export const sectionsIn = (model: Json): readonly Section[] =>
  sectionsOf(panelsOf(model)).map(({ panels, ...rest }) => ({ ...rest, panels: panels.map(upgraded) }));

const rowOf = (heading: Json, panels: readonly Both<Panel>[], key: string | undefined): Both<Panel | Row> => {
  const repeat = textAt(heading, 'repeat') ?? '';
  const options = {
    ...(isTrueAt(heading, 'collapsed') && { collapsed: true }),
    ...(repeat !== '' && { repeat }),
    ...(key !== undefined && { key }),
  };
  const title = titleOf(heading);
  return {
    code: called(
      'row',
      jsonCode(title),
      list(panels.map(({ code }) => code)),
      ...(Object.keys(options).length > 0 ? [object(mappedCode(options))] : []),
    ),
    value: row(
      title,
      panels.map(({ value }) => value),
      options,
    ),
  };
};

const mappedCode = (fields: Json): Readonly<Record<string, Code>> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, jsonCode(value)]));

const entriesOf = (
  sections: readonly Section[],
  model: Json,
  typed: TypedQuery,
): readonly Both<Panel | Row>[] => {
  const keys = keysOf(sections.flatMap(({ panels }) => panels.map(titleOf)));
  const rowKeys = keysOf(
    sections.flatMap(({ heading }) => (heading ? [titleOf(heading)] : [])),
    'row-',
  );
  let [panel, heading] = [0, 0];
  return sections.flatMap((section) => {
    const places = placesOf(section);
    const flows = isFlowing(places);
    const panels = section.panels.map((each, i) => {
      const key = keys[panel++];
      const grid = places[i] ?? { x: 0, y: 0, w: 12, h: 8 };
      return panelOf(each, { ...(key !== undefined && { key }), grid, isFlowing: flows }, model, typed);
    });
    return section.heading ? [rowOf(section.heading, panels, rowKeys[heading++])] : panels;
  });
};

/** A dashboard that came in, as it is written now. */
export const writtenDashboard = (
  read: ReadDashboard,
  application: string,
  typed: TypedQuery = () => undefined,
): WrittenDashboard => {
  const { model } = read;
  const title = titleOf(model);
  const whole = wholeOf(read, application);
  const variables = variablesIn(model).map((each) => variableOf(each, model));
  const entries = entriesOf(sectionsIn(model), model, typed);
  return {
    title,
    whole,
    variables: variables.map(({ code }) => code),
    entries: entries.map(({ code }) => code),
    made: (about) =>
      dashboard(title, {
        ...about,
        ...whole,
        variables: variables.map(({ value }) => value),
        panels: entries.map(({ value }) => value),
      }),
  };
};
