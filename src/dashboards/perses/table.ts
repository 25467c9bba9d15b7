import { isObject } from '#ground/field.js';
import { isTrueAt, listAt, numberAt, objectAt, textAt } from '#ground/json.js';
import type { PanelModel } from '#dashboards/model.js';
import { unitOf } from './format.js';
import { cellsOf } from './mapping.js';
import type { Plugin, Said } from './model.js';

/** What Perses calls a field of Grafana's: values are numbered by their queries, not lettered. */
const nameOf = (field: string, targets: readonly unknown[]): string => {
  if (field === 'Time') return 'timestamp';
  if (field === 'Value') return targets.length > 1 ? 'value #1' : 'value';
  const index = targets.findIndex((target) => `Value #${textAt(target, 'refId')}` === field);
  return index === -1 ? field : `value #${index + 1}`;
};

const organized = (model: PanelModel): Readonly<Record<string, unknown>> =>
  objectAt(
    (model.transformations ?? []).find(({ id }) => id === 'organize'),
    'options',
  );

/** The address that a column's cells lead to, in which Grafana's word for a cell's own value is one for the field of a row here. */
const linkOf = (links: unknown, name: string): object => {
  const [link] = Array.isArray(links) ? links : [];
  const [url, title] = [textAt(link, 'url'), textAt(link, 'title')];
  // A path is one of Grafana's own pages.
  if (url === undefined || url.startsWith('/')) return {};
  return {
    dataLink: {
      url: url.replaceAll('${__value.raw}', `\${__data.fields["${name}"]}`),
      ...(title !== undefined && { title }),
      openNewTab: isTrueAt(link, 'targetBlank'),
    },
  };
};

/** What the overrides of a heading say of its column. */
const columnOf = (properties: readonly unknown[], decimals: number | undefined, name: string): object => {
  const of = (id: string): unknown => properties.find((each) => textAt(each, 'id') === id);
  const value = (id: string): unknown => {
    const found = of(id);
    return isObject(found) ? found['value'] : undefined;
  };
  const unit = unitOf(String(value('unit') ?? ''));
  const digits = numberAt(of('decimals'), 'value') ?? decimals;
  const mappings = value('mappings');
  const width = value('custom.width');
  const isBackground = textAt(value('custom.cellOptions'), 'type') === 'color-background';
  const cells = cellsOf(Array.isArray(mappings) ? mappings : [], isBackground);
  return {
    ...(unit !== undefined && {
      format: { unit, ...(digits !== undefined && { decimalPlaces: digits }) },
    }),
    ...(cells.length > 0 && { cellSettings: cells }),
    ...(typeof width === 'number' && { width }),
    ...linkOf(value('links'), name),
  };
};

const understood = [
  ...[
    'unit',
    'decimals',
    'mappings',
    'custom.cellOptions',
    'custom.align',
    'custom.width',
    'displayName',
    'links',
  ],
];

const left = ({ transformations = [], fieldConfig }: PanelModel): readonly string[] => [
  ...(transformations.every(({ id }) => id === 'merge' || id === 'organize')
    ? []
    : ['transformations but merge and organize']),
  ...((fieldConfig?.overrides ?? []).every(
    ({ matcher, properties }) =>
      matcher.id === 'byName' && properties.every(({ id }) => understood.includes(id)),
  )
    ? []
    : ['how single columns are drawn']),
  ...((fieldConfig?.overrides ?? []).some(({ properties }) => properties.some(({ id }) => id === 'links'))
    ? ['links from cells']
    : []),
];

/** What is now, in rows. */
export const tableChart = (model: PanelModel): Said<Plugin> => {
  const targets = model.targets ?? [];
  const defaults = model.fieldConfig?.defaults;
  const { indexByName, renameByName, excludeByName } = organized(model);
  const headings = objectAt(renameByName);
  const [sorted] = listAt(model.options, 'sortBy');
  const fields = Object.entries(objectAt(indexByName))
    .toSorted(([, a], [, b]) => Number(a) - Number(b))
    .map(([field]) => field);
  const shown = fields.map((field) => {
    const heading = typeof headings[field] === 'string' ? headings[field] : field;
    const properties = (model.fieldConfig?.overrides ?? [])
      .filter(({ matcher }) => matcher.options === heading || matcher.options === field)
      .flatMap((override) => override.properties);
    const name = nameOf(field, targets);
    return {
      name,
      header: heading,
      ...columnOf(properties, numberAt(defaults, 'decimals'), name),
      ...(textAt(sorted, 'displayName') === heading && {
        sort: isTrueAt(sorted, 'desc') ? 'desc' : 'asc',
      }),
    };
  });
  const hidden = Object.entries(objectAt(excludeByName))
    .filter(([field, isHidden]) => isHidden === true && !(field === 'Value' && targets.length > 1))
    .map(([field]) => ({ name: nameOf(field, targets), hide: true }));
  return {
    said: {
      kind: 'Table',
      spec: {
        density: textAt(model.options, 'cellHeight') === 'sm' ? 'compact' : 'standard',
        enableFiltering: isTrueAt(defaults, 'custom', 'filterable'),
        columnSettings: [...shown, ...hidden],
        ...((model.transformations ?? []).some(({ id }) => id === 'merge') && {
          transforms: [{ kind: 'MergeSeries', spec: {} }],
        }),
      },
    },
    left: left(model),
  };
};
