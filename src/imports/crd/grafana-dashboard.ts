import { custom } from '#imports/resource.js';
import { type Instances, instanceSelector } from './selector.js';
import type { Schema } from './schema.js';

/** What is written of a GrafanaDashboard. */
interface IGrafanaDashboard {
  readonly metadata?: { readonly name?: string };
  readonly spec: {
    readonly instanceSelector: Instances;
    readonly allowCrossNamespaceImport?: boolean;
    readonly resyncPeriod?: string;
    readonly folder?: string;
    readonly json?: string;
  };
}

/** Of its CRD, https://github.com/grafana/grafana-operator/blob/v5.24.0/config/crd/bases/grafana.integreatly.org_grafanadashboards.yaml, what is written here. */
export const grafanaDashboardSpec: Schema = {
  type: 'object',
  required: ['instanceSelector'],
  properties: {
    instanceSelector,
    allowCrossNamespaceImport: { type: 'boolean' },
    resyncPeriod: { type: 'string', pattern: '^([0-9]+(\\.[0-9]+)?(ns|us|µs|ms|s|m|h))+$' },
    folder: { type: 'string' },
    json: { type: 'string' },
  },
};

/** `grafana.integreatly.org/v1beta1 GrafanaDashboard`: a dashboard as grafana-operator writes it into a Grafana. */
export class GrafanaDashboard extends custom<IGrafanaDashboard>(
  'grafana.integreatly.org/v1beta1',
  'GrafanaDashboard',
  grafanaDashboardSpec,
) {}
