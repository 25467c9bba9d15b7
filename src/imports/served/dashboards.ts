import { kind } from './kind.js';
import type { Defaults } from './part.js';

/**
 * Dashboards and data sources as operators read them, by their CRDs:
 * https://github.com/grafana/grafana-operator/tree/v5.24.0/config/crd/bases and
 * https://github.com/perses/perses-operator/tree/v0.5.0/config/crd/bases, which fill in nothing.
 */
export const dashboardDefaults: readonly Defaults[] = [
  kind('GrafanaDashboard', { filled: { 'spec.allowCrossNamespaceImport': false } }),
  kind('GrafanaDatasource', {
    filled: {
      'spec.allowCrossNamespaceImport': false,
      'spec.valuesFrom[].valueFrom.configMapKeyRef.name': '',
      'spec.valuesFrom[].valueFrom.secretKeyRef.name': '',
    },
  }),
  kind('GrafanaManifest', { filled: { 'spec.allowCrossNamespaceImport': false } }),
  kind('PersesDashboard', {}),
  kind('PersesDatasource', {}),
];
