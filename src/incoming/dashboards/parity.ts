import { isObject } from '#ground/field.js';
import { listAt, objectAt, textAt } from '#ground/json.js';
import { refId } from '#dashboards/query.js';
import { saying, saysNothing } from './both.js';
import { sectionsIn } from './dashboard.js';
import { variablesIn } from './variables-in.js';
import { isSameExpression } from './expression.js';
import type { Json } from './read.js';
import { type Grid, type Section, placesOf } from './section.js';
import { askedSource } from './source-of.js';
import { customOf, fieldOf, optionsOf } from './usual.js';

/** A panel that came in, and what of it is drawn otherwise; nothing where it came in whole. */
export interface PanelParity {
  readonly title: string;
  readonly differences: readonly string[];
}

/** A dashboard as it came in, held against what is rendered of it. */
export interface DashboardParity {
  readonly panels: readonly PanelParity[];
  /** Variables, headings and what else is not of one panel. */
  readonly differences: readonly string[];
}

/** One side of the comparison. */
interface Side {
  readonly model: Json;
  /** The uid of the application's own Prometheus, which is asked where a dashboard leaves it open. */
  readonly own?: string;
}

const sourceOf = (given: unknown, { model, own }: Side): unknown => {
  const source = askedSource(given, model);
  return own !== undefined && textAt(source, 'uid') === own ? undefined : source;
};

/** The same JSON whatever the order of its fields, without what says nothing. */
const settled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(settled);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(saying(value))
      .map(([key, each]) => [key, settled(each)] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
};
const isSame = (one: unknown, other: unknown): boolean => textOf(one) === textOf(other);
const textOf = (value: unknown): string => {
  const whole = settled(value);
  return saysNothing(whole) ? '' : JSON.stringify(whole);
};

interface Query {
  readonly promql: string;
  readonly rest: Json;
}

/** What makes no difference to what is asked. */
const idle = [
  ...['editorMode', 'step', 'metric', 'calculatedInterval', 'datasourceErrors', 'errors', 'legendLink'],
  ...['prometheusLink', 'key', 'target', 'refID', 'fullMetaSearch', 'includeNullMetadata', 'useBackend'],
  ...['disableTextWrap', 'datasource', 'expr', 'format', 'instant', 'range', 'hide', 'exemplar', 'refId'],
];

const queriesOf = (panel: Json, side: Side): readonly Query[] =>
  listAt(panel, 'targets')
    .filter(isObject)
    .map((target, index) => ({
      promql: textAt(target, 'expr') ?? '',
      rest: {
        ...Object.fromEntries(
          Object.entries(saying(target, idle)).filter(
            ([key, value]) => key !== 'intervalFactor' || value !== 1,
          ),
        ),
        name: textAt(target, 'refId') ?? refId(index),
        format: target['format'] === 'time_series' ? undefined : target['format'],
        isInstant: target['instant'] === true,
        isRange: target['range'] ?? target['instant'] !== true,
        isHidden: target['hide'] === true,
        hasExemplars: target['exemplar'] === true,
        source: sourceOf(target['datasource'], side) ?? sourceOf(panel['datasource'], side),
      },
    }));

/** What of a panel is compared, by what it is called. Queries are compared by themselves, as trees. */
const aspects = (panel: Json, grid: Grid, side: Side): Readonly<Record<string, unknown>> => {
  const { unit, thresholds, custom, ...field } = objectAt(panel, 'fieldConfig', 'defaults');
  const { id: _id, ...rest } = panel;
  const kind = textAt(panel, 'type') ?? '';
  return {
    title: textAt(panel, 'title') ?? '',
    kind,
    description: (textAt(panel, 'description') ?? '').trim(),
    ...{ unit, thresholds },
    custom: customOf(kind, objectAt(custom)),
    field: fieldOf(kind, field),
    options: optionsOf(kind, objectAt(panel, 'options')),
    overrides: listAt(panel, 'fieldConfig', 'overrides'),
    transformations: listAt(panel, 'transformations'),
    place: grid,
    // What asks nothing has none, whatever stands there.
    'data source': listAt(panel, 'targets').length > 0 ? sourceOf(panel['datasource'], side) : undefined,
    others: saying(rest, said),
  };
};
const said = [
  ...[
    'type',
    'title',
    'description',
    'gridPos',
    'targets',
    'fieldConfig',
    'options',
    'transformations',
    'panels',
  ],
  ...['datasource', 'collapsed', 'scopedVars', 'repeatIteration', 'editable', 'error', 'span', 'height'],
  ...['renderer', 'isNew', 'hasRefresh', 'version', 'autoMigrateFrom'],
];

const queryDifferences = (before: readonly Query[], after: readonly Query[]): readonly string[] =>
  before.length !== after.length
    ? ['queries']
    : before.flatMap(({ promql, rest }, i) => {
        const other = after[i];
        return [
          ...(other && isSameExpression(promql, other.promql) ? [] : [`expression ${refId(i)}`]),
          ...(other && isSame(rest, other.rest) ? [] : [`query ${refId(i)}`]),
        ];
      });

interface Placed {
  readonly panel: Json;
  readonly grid: Grid;
}

const placed = (sections: readonly Section[]): readonly Placed[] =>
  sections.flatMap((section) => {
    const places = placesOf(section);
    return section.panels.map((panel, i) => ({ panel, grid: places[i] ?? { x: 0, y: 0, w: 0, h: 0 } }));
  });

const variablesOf = (side: Side): readonly Json[] =>
  variablesIn(side.model).map((each) => ({
    name: each['name'],
    type: each['type'] ?? 'query',
    query: textAt(each, 'query') ?? textAt(each, 'query', 'query') ?? textAt(each, 'definition') ?? '',
    source: sourceOf(each['datasource'], side),
    ...saying({ regex: each['regex'], allValue: each['allValue'], label: each['label'] }),
    isMultiple: each['multi'] === true,
    includesAll: each['includeAll'] === true,
    isHidden: each['hide'] === undefined || each['hide'] === 0 || each['hide'] === false ? 0 : each['hide'],
  }));

const headingsOf = (sections: readonly Section[]): unknown =>
  sections.map(({ heading, panels }) => ({
    title: textAt(heading, 'title') ?? '',
    isClosed: heading?.['collapsed'] === true,
    repeat: heading?.['repeat'],
    panels: panels.length,
  }));

/** Sections without a heading that follow one another are one. */
const joined = (sections: readonly Section[]): readonly Section[] =>
  sections.reduce<readonly Section[]>((before, section) => {
    const last = before.at(-1);
    return last && !last.heading && !section.heading
      ? [...before.slice(0, -1), { panels: [...last.panels, ...section.panels] }]
      : [...before, section];
  }, []);

/**
 * A dashboard that came in, as Grafana draws it now, held against what is rendered of it.
 *
 * @param own The uid of the Prometheus that the rendered one asks where nothing else is said.
 */
export const dashboardParity = (model: Json, rendered: Json, own = 'prometheus'): DashboardParity => {
  const [before, after] = [
    { model, own },
    { model: rendered, own },
  ];
  const [given, now] = [sectionsIn(model), sectionsIn(rendered)];
  const others = placed(now);
  const panels = placed(given).map(({ panel, grid }, i): PanelParity => {
    const title = textAt(panel, 'title') ?? '';
    const other = others[i];
    if (!other) return { title, differences: ['the panel'] };
    const [wanted, got] = [aspects(panel, grid, before), aspects(other.panel, other.grid, after)];
    return {
      title,
      differences: [
        ...Object.keys(wanted).filter((key) => !isSame(wanted[key], got[key])),
        ...queryDifferences(queriesOf(panel, before), queriesOf(other.panel, after)),
      ],
    };
  });
  return {
    panels,
    differences: [
      ...(isSame(variablesOf(before), variablesOf(after)) ? [] : ['variables']),
      ...(isSame(headingsOf(joined(given)), headingsOf(joined(now))) ? [] : ['headings']),
    ],
  };
};
