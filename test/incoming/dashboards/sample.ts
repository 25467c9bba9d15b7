import type { About } from '#application/about.js';
import { usual } from '#dashboards/datasource.js';
import { dashboardModel } from '#dashboards/render/dashboard.js';
import { writtenDashboard } from '#incoming/dashboards/dashboard.js';
import { type DashboardParity, dashboardParity } from '#incoming/dashboards/parity.js';
import type { Json, ReadDashboard } from '#incoming/dashboards/read.js';
import { type DashboardSource, dashboardSource } from '#incoming/dashboards/source.js';
import { isObject } from '#ground/field.js';
import { listAt } from '#ground/json.js';

/** What an application says to its dashboards. */
export const about: About = {
  application: 'shop',
  folder: 'Shop',
  language: 'en',
  datasources: usual,
  alerts: [],
  runbook: (alert) => `https://runbooks.example/${alert}`,
  scrapedEvery: () => undefined,
};

const prometheus = { type: 'prometheus', uid: '${datasource}' };

/** A panel as Grafana saves one, of which only what is given matters. */
export const panel = (given: Json = {}): Json => ({
  id: 1,
  type: 'timeseries',
  title: 'Requests',
  datasource: prometheus,
  gridPos: { x: 0, y: 0, w: 12, h: 8 },
  targets: [{ refId: 'A', expr: 'sum(rate(shop_requests_total[$__rate_interval]))', legendFormat: 'all' }],
  fieldConfig: { defaults: { unit: 'reqps' }, overrides: [] },
  options: {},
  ...given,
});

/** A dashboard as Grafana saves one. */
export const model = (panels: readonly Json[] = [panel()], given: Json = {}): Json => ({
  uid: 'shop-overview',
  title: 'Shop / Overview',
  description: 'How the shop is doing.',
  schemaVersion: 39,
  tags: ['shop'],
  editable: false,
  graphTooltip: 1,
  refresh: '30s',
  time: { from: 'now-3h', to: 'now' },
  timezone: 'utc',
  annotations: { list: [{ builtIn: 1, name: 'Annotations & Alerts' }] },
  templating: {
    list: [
      { name: 'datasource', type: 'datasource', query: 'prometheus', label: 'Data source', current: {} },
      {
        ...{ name: 'pod', type: 'query', datasource: prometheus, refresh: 2, sort: 1, multi: true },
        query: { query: 'label_values(up{job="$job"}, pod)', refId: 'A' },
        definition: 'label_values(up{job="$job"}, pod)',
      },
    ],
  },
  panels,
  ...given,
});

export const read = (json: Json): ReadDashboard => ({ file: 'shop.json', model: json });

/** What a dashboard that came in is rendered as, as JSON. */
export const rendered = (json: Json): Json => {
  const value: unknown = JSON.parse(
    JSON.stringify(dashboardModel(writtenDashboard(read(json), 'shop').made(about))),
  );
  if (!isObject(value)) throw new Error('it is no object');
  return value;
};

/** The only panel of what is rendered. */
export const onlyPanel = (json: Json): Json => {
  const [first, ...others] = listAt(rendered(json), 'panels');
  if (!isObject(first) || others.length > 0) throw new Error(`there are ${others.length + 1} panels`);
  return first;
};

export const parityOf = (json: Json): DashboardParity => dashboardParity(json, rendered(json));

export const sourceOf = (json: Json): DashboardSource => dashboardSource(read(json), { application: 'shop' });
