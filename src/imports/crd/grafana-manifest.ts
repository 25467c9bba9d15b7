import { custom } from '#imports/resource.js';
import { type Instances, instanceSelector } from './selector.js';
import type { Schema } from './schema.js';

/** What is written of a GrafanaManifest. */
interface IGrafanaManifest {
  readonly metadata?: { readonly name?: string };
  readonly spec: {
    readonly instanceSelector: Instances;
    readonly allowCrossNamespaceImport?: boolean;
    readonly resyncPeriod?: string;
    readonly template: {
      readonly apiVersion: string;
      readonly kind: string;
      readonly metadata: { readonly name: string; readonly annotations?: Readonly<Record<string, string>> };
      readonly spec?: unknown;
    };
  };
}

/** Of its CRD, https://github.com/grafana/grafana-operator/blob/v5.24.0/config/crd/bases/grafana.integreatly.org_grafanamanifests.yaml, what is written here. */
export const grafanaManifestSpec: Schema = {
  type: 'object',
  required: ['instanceSelector', 'template'],
  properties: {
    instanceSelector,
    allowCrossNamespaceImport: { type: 'boolean' },
    resyncPeriod: { type: 'string', pattern: '^([0-9]+(\\.[0-9]+)?(ns|us|µs|ms|s|m|h))+$' },
    template: {
      type: 'object',
      required: ['apiVersion', 'kind', 'metadata'],
      properties: {
        apiVersion: { type: 'string' },
        kind: { type: 'string' },
        metadata: {
          type: 'object',
          required: ['name'],
          properties: {
            name: { type: 'string' },
            annotations: { type: 'object', additionalProperties: { type: 'string' } },
          },
        },
        spec: { 'x-kubernetes-preserve-unknown-fields': true },
      },
    },
  },
};

/** `grafana.integreatly.org/v1beta1 GrafanaManifest`, since grafana-operator 5.22: an object of Grafana's own API, which it writes there. */
export class GrafanaManifest extends custom<IGrafanaManifest>(
  'grafana.integreatly.org/v1beta1',
  'GrafanaManifest',
  grafanaManifestSpec,
) {}
