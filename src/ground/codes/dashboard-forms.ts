import { theme } from './kind.js';

/** What dashboards are written as. */
export const dashboardForms = theme({
  'left-by-perses': {
    is: 'Something of a dashboard that Perses has no word for',
    why: 'Its reader in Perses sees less than one in Grafana does; it is only told.',
    wrong: `application('shop', {
  ...shop,
  dashboards: [() => dashboard('Shop', { ...board, panels: [words], tags: ['team-a'] })],
  dashboardsAs: persesDashboards(),
})`,
    right: `application('shop', {
  ...shop,
  dashboards: [() => dashboard('Shop', { ...board, panels: [words] })],
  dashboardsAs: persesDashboards(),
})`,
    mistakes: [],
  },
  'shown-twice': {
    is: 'A dashboard that one Grafana would have from two sides',
    why: 'What its sidecar has read no operator may write, and neither says so where anybody looks.',
    wrong: `application('shop', {
  ...shop,
  dashboardsAs: [configMaps, grafanaDashboards({ instances: { dashboards: 'grafana' } })],
})`,
    right: `application('shop', {
  ...shop,
  dashboardsAs: grafanaDashboards({ instances: { dashboards: 'grafana' } }),
})`,
    mistakes: [25],
  },
});
