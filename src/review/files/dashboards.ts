import { objectAt } from '#ground/json.js';
import { plainOf, yamlDocuments } from '#ground/yaml-tree.js';
import { dashboardMeant } from '#review/meaning/dashboards.js';
import type { DashboardMeant } from '#review/meaning/meaning.js';

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const ofText = (text: unknown): readonly DashboardMeant[] => {
  const model = typeof text === 'string' ? parsed(text) : undefined;
  const dashboard = dashboardMeant(model, '');
  return dashboard.uid !== '' && dashboard.panels.length > 0 ? [dashboard] : [];
};

/** The dashboards among files: ConfigMaps for the sidecar of a Grafana, and the JSON that a host's Grafana reads. */
export const dashboardsIn = (files: ReadonlyMap<string, string>): readonly DashboardMeant[] =>
  [...files].flatMap(([path, text]) => {
    if (/\/dashboards\/[^/]+\.json$/.test(path)) return ofText(text);
    if (!/\/ConfigMap\.[^/]+\.yaml$/.test(path) || !text.includes('"panels"')) return [];
    return yamlDocuments(text).flatMap(({ root }) =>
      Object.values(objectAt(plainOf(root), 'data')).flatMap(ofText),
    );
  });
