import type {
  AlertMeant,
  ApplicationMeant,
  DashboardMeant,
  Meaning,
  PanelMeant,
  PlaceMeant,
  TellingMeant,
} from '#review/meaning/meaning.js';
import { form } from '#review/meaning/meaning.js';

export const telling = (to: string, more: Partial<TellingMeant> = {}): TellingMeant => ({
  ...{ to, receiver: to, pages: to === 'PagerDuty', resolved: true, hours: '', sure: true },
  ...{ wait: '30s', repeat: '4h' },
  ...more,
});

export const slack = telling('Slack #shop');
export const pager = telling('PagerDuty');

export const alert = (name: string, more: Partial<AlertMeant> = {}): AlertMeant => ({
  ...{ key: name, name, severity: 'critical', component: 'shop', summary: `${name} of shop` },
  condition: { en: 'The value is over 5% for 5 minutes.' },
  expr: `sum(rate(${name}_errors_total[5m])) / sum(rate(${name}_total[5m])) > 0.05`,
  ...{ operator: '>', limit: { value: 0.05, unit: 'ratio', text: '5%' }, windows: ['5m'], for: '5m' },
  ...{ keepFiringFor: '', during: '', labels: { severity: 'critical' }, group: 'shop', interval: '30s' },
  ...{ told: [slack, pager], inhibited: [], texts: name, runbook: name },
  proof: {
    fires: [{ when: '5.1% of requests fail', says: '5.1% fail', content: `${name} fires` }],
    quiet: [{ when: '4.9% of requests fail', says: '', content: `${name} quiet` }],
    standing: 'confirmed',
  },
  ...more,
});

export const panel = (id: number, title: string, more: Partial<PanelMeant> = {}): PanelMeant => ({
  ...{ id, title, type: 'timeseries', unit: 'percent', row: '', queries: [`panel_${id}`], look: '' },
  grid: `0,${id * 8},12,8`,
  ...more,
});

export const dashboard = (
  panels: readonly PanelMeant[],
  more: Partial<DashboardMeant> = {},
): DashboardMeant => ({
  ...{ uid: 'shop-overview', title: 'Overview', folder: 'Shop', panels, variables: [] },
  ...{ range: 'now-6h', refresh: '30s' },
  ...more,
});

export const application = (more: Partial<ApplicationMeant> = {}): ApplicationMeant => ({
  ...{ name: 'shop', title: 'Shop', namespace: 'shop', alerts: [], records: [], objectives: [] },
  ...{ dashboards: [], scrapes: [], services: [], exporters: [], series: 100 },
  ...more,
});

export const place = (
  applications: readonly ApplicationMeant[],
  more: Partial<PlaceMeant> = {},
): PlaceMeant => ({
  ...{ of: 'cluster', name: 'production', applications, secrets: [], objects: [] },
  ...{ series: 1_000, samplesPerSecond: 30, memory: 100 * 1024 ** 2 },
  ...more,
});

export const meaning = (...places: readonly PlaceMeant[]): Meaning => ({
  ...{ form, release: '0.9.0', of: 'values', places },
});

/** An estate of one application in one place, of which this is said. */
export const meant = (more: Partial<ApplicationMeant>, there: Partial<PlaceMeant> = {}): Meaning =>
  meaning(place([application(more)], there));
