import { byKey } from '#ground/by-key.js';
import type { Fault } from '#ground/fault.js';
import { inLanguage } from '#ground/language.js';
import type { Dashboard } from '#dashboards/dashboard.js';
import { spokenOf } from '#dashboards/description.js';
import { panelId } from '#dashboards/identity.js';
import type { PanelModel } from '#dashboards/model.js';
import { panelsIn } from '#dashboards/row.js';
import { place } from '#dashboards/render/layout.js';
import { shownTitle } from '#dashboards/shown-title.js';
import { annotationsOf, leftOfMarks } from './annotation.js';
import { chartOf } from './chart.js';
import { layoutsOf } from './layout.js';
import type { PersesLink, PersesPanel, PersesSpec } from './model.js';
import { queriesOf } from './query.js';
import { variableOf } from './variable.js';

const linkOf = ({ title, url }: { readonly title: string; readonly url?: string | undefined }) => ({
  name: title,
  url: url ?? '',
  targetBlank: true,
  renderVariables: true,
});

const panelOf = (model: PanelModel): PersesPanel => {
  const { said: queries } = queriesOf(model);
  const links = (model.links ?? []).map(linkOf).filter(({ url }) => url !== '');
  const { title = '', description = '' } = model;
  return {
    kind: 'Panel',
    spec: {
      display: { name: title, ...(description !== '' && { description }) },
      plugin: chartOf(model).said,
      ...(queries.length > 0 && { queries }),
      ...(links.length > 0 && { links }),
    },
  };
};

/** A panel's name in Perses is its key, which is that of its title. */
const keysOf = ({ panels }: Dashboard): ((panel: PanelModel) => string) => {
  const keys = new Map(panelsIn(panels).map(({ key }) => [panelId(key), key]));
  return ({ id }) => keys.get(id ?? 0) ?? `panel-${id}`;
};

const zoneOf = ({ timezone }: Dashboard): Pick<PersesSpec, 'timezone'> =>
  timezone === 'browser' ? {} : { timezone: timezone === 'utc' ? 'UTC' : timezone };

/** Another dashboard of the same project, over the same time; Perses finds none by tags. */
const siblingOf = (dashboard: Dashboard): PersesLink => ({
  name: shownTitle(dashboard),
  url: `/projects/$__project/dashboards/${dashboard.uid}?start=$__range`,
  targetBlank: false,
  renderVariables: true,
});

/**
 * A dashboard as Perses has it, whatever object holds it.
 *
 * @param all Every dashboard of its application, to which it leads.
 */
export const persesSpec = (dashboard: Dashboard, all: readonly Dashboard[] = []): PersesSpec => {
  const others = dashboard.isOneOfSeveral ? all.filter(({ uid }) => uid !== dashboard.uid) : [];
  const keyOf = keysOf(dashboard);
  const { panels, layouts } = layoutsOf(place(dashboard), keyOf);
  return {
    display: {
      name: shownTitle(dashboard),
      description: inLanguage(spokenOf(dashboard.description), dashboard.language),
    },
    duration: dashboard.last,
    refreshInterval: dashboard.refresh,
    ...zoneOf(dashboard),
    variables: dashboard.variables.map((each) => variableOf(each, dashboard.datasources.prometheus).said),
    annotations: annotationsOf(dashboard),
    panels: Object.fromEntries(panels.map((panel) => [keyOf(panel), panelOf(panel)])),
    layouts,
    links: [...others.map(siblingOf), ...dashboard.links.map(linkOf)],
  };
};

/** What Perses does not say of a dashboard that Grafana does, each once with the panels that it is of: to be told, and nothing to be refused. */
export const leftByPerses = (dashboard: Dashboard): readonly Fault[] => {
  const { panels } = layoutsOf(place(dashboard), keysOf(dashboard));
  const left = panels.flatMap((panel) =>
    [...new Set([...chartOf(panel).left, ...queriesOf(panel).left])].map((what) => ({
      what,
      title: panel.title ?? '',
    })),
  );
  const told = (what: string, titles: readonly string[]): Fault => ({
    where: '',
    what: '',
    code: 'left-by-perses',
    why: `Perses has no word for ${what}${titles.length === 0 ? '' : ` (${titles.map((title) => `'${title}'`).join(', ')})`}`,
    cure: 'look whether its reader can do without',
    isHint: true,
  });
  return [
    ...(dashboard.tags.length === 0 ? [] : [told('tags', [])]),
    ...leftOfMarks(dashboard).map((what) => told(what, [])),
    ...(dashboard.annotations.length === 0 ? [] : [told("annotations as Grafana's JSON has them", [])]),
    ...Object.keys(dashboard.more ?? {}).map((field) => told(`${field} as Grafana's JSON has it`, [])),
    ...dashboard.variables
      .flatMap((each) => variableOf(each, dashboard.datasources.prometheus).left)
      .map((what) => told(what, [])),
    ...[...byKey(left, ({ what }) => what)].map(([what, of]) =>
      told(
        what,
        of.map(({ title }) => title),
      ),
    ),
  ];
};
