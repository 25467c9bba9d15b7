import { isObject } from '#ground/field.js';
import { listAt, objectAt, textAt } from '#ground/json.js';
import { type DrawnSpec, drawn } from '#dashboards/panel/drawn.js';
import type { Panel } from '#dashboards/panel/panel.js';
import { called, openObject } from '#incoming/code/code.js';
import { list } from '#incoming/code/code.js';
import { type Both, jsonCode, saying } from './both.js';
import type { Json } from './read.js';
import type { Grid } from './section.js';
import { askedSource } from './source-of.js';
import { customOf, fieldOf, optionsOf } from './usual.js';
import { type TypedQuery, queryOf } from './target.js';

/** What words of ours say of a panel, what Grafana makes anew, and what older ones kept. */
const said = [
  ...[
    'id',
    'type',
    'title',
    'description',
    'gridPos',
    'targets',
    'fieldConfig',
    'options',
    'transformations',
  ],
  ...['datasource', 'panels', 'collapsed', 'scopedVars', 'repeatIteration', 'repeatPanelId', 'editable'],
  ...['error', 'span', 'height', 'renderer', 'isNew', 'hasRefresh', 'version', 'autoMigrateFrom'],
];

type Word = Exclude<keyof typeof drawn, 'visualization'>;
const isWord = (type: string): type is Word => Object.hasOwn(drawn, type) && type !== 'visualization';

/** Where and under which name a panel is to stand. */
export interface Placing {
  /** Its id is made of this, where others have its title. */
  readonly key?: string;
  readonly grid: Grid;
  /** Whether it stands there by itself, after those before it. */
  readonly isFlowing: boolean;
}

const overridesOf = (panel: Json) =>
  listAt(panel, 'fieldConfig', 'overrides').flatMap((each) => {
    const [id, properties] = [textAt(each, 'matcher', 'id'), listAt(each, 'properties')];
    return id === undefined || !isObject(each)
      ? []
      : [
          {
            ...each,
            matcher: { ...objectAt(each, 'matcher'), id },
            properties: properties.flatMap((property) => {
              const name = textAt(property, 'id');
              const value = isObject(property) ? property['value'] : undefined;
              return name === undefined ? [] : [{ id: name, ...(value !== undefined && { value }) }];
            }),
          },
        ];
  });

const transformationsOf = (panel: Json) =>
  listAt(panel, 'transformations').flatMap((each) => {
    const id = textAt(each, 'id');
    return id === undefined || !isObject(each) ? [] : [{ ...each, id, options: each['options'] ?? {} }];
  });

/** What is said of a panel but for what it asks. */
const specOf = (panel: Json, { key, grid, isFlowing }: Placing, model: Json): DrawnSpec => {
  const description = textAt(panel, 'description') ?? '';
  const { unit, custom, ...rest } = objectAt(panel, 'fieldConfig', 'defaults');
  const kind = textAt(panel, 'type') ?? '';
  const [field, more] = [fieldOf(kind, rest), saying(panel, said)];
  const source = askedSource(panel['datasource'], model);
  const [overrides, transformations] = [overridesOf(panel), transformationsOf(panel)];
  const options = optionsOf(kind, objectAt(panel, 'options'));
  const own = customOf(kind, objectAt(custom));
  return {
    ...(key !== undefined && { key }),
    ...(description.trim() !== '' && { description }),
    ...(typeof unit === 'string' && unit !== '' && { unit }),
    ...(grid.w !== 12 && { width: grid.w }),
    ...(grid.h !== 8 && { height: grid.h }),
    ...(!isFlowing && { at: { x: grid.x, y: grid.y } }),
    ...(Object.keys(field).length > 0 && { field }),
    ...(Object.keys(own).length > 0 && { custom: own }),
    ...(Object.keys(options).length > 0 && { options }),
    ...(overrides.length > 0 && { overrides }),
    ...(transformations.length > 0 && { transformations }),
    ...((source !== undefined || Object.keys(more).length > 0) && {
      more: { ...more, ...(source !== undefined && { datasource: source }) },
    }),
  };
};

/** A panel, and how it is written. */
export const panelOf = (panel: Json, placing: Placing, model: Json, typed: TypedQuery): Both<Panel> => {
  const title = textAt(panel, 'title') ?? '';
  const type = textAt(panel, 'type') ?? '';
  const spec = specOf(panel, placing, model);
  const queries = listAt(panel, 'targets')
    .filter(isObject)
    .map((target, i) =>
      queryOf(target, i, { model, source: askedSource(panel['datasource'], model) }, typed),
    );
  const whole = { ...spec, queries: queries.map(({ value }) => value) };
  const { key, description, unit, ...rest } = spec;
  const fields = openObject({
    ...(key !== undefined && { key: jsonCode(key) }),
    ...(description !== undefined && { description: jsonCode(description) }),
    ...(unit !== undefined && { unit: jsonCode(unit) }),
    ...(queries.length > 0 && { queries: list(queries.map(({ code }) => code)) }),
    ...Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, jsonCode(value)])),
  });
  return isWord(type)
    ? { code: called(`drawn.${type}`, jsonCode(title), fields), value: drawn[type](title, whole) }
    : {
        code: called('drawn.visualization', jsonCode(type), jsonCode(title), fields),
        value: drawn.visualization(type, title, whole),
      };
};
