import { custom } from '#imports/resource.js';
import { type Instances, instanceSelector } from './selector.js';
import type { Schema } from './schema.js';

/** What is written of a GrafanaDatasource. */
interface IGrafanaDatasource {
  readonly metadata?: { readonly name?: string };
  readonly spec: {
    readonly instanceSelector: Instances;
    readonly allowCrossNamespaceImport?: boolean;
    readonly uid?: string;
    readonly datasource: {
      readonly name: string;
      readonly type: string;
      readonly access: string;
      readonly url: string;
      readonly isDefault: boolean;
      readonly editable: boolean;
      readonly jsonData?: Readonly<Record<string, unknown>>;
    };
  };
}

/** Of its CRD, https://github.com/grafana/grafana-operator/blob/v5.24.0/config/crd/bases/grafana.integreatly.org_grafanadatasources.yaml, what is written here. */
export const grafanaDatasourceSpec: Schema = {
  type: 'object',
  required: ['datasource', 'instanceSelector'],
  properties: {
    instanceSelector,
    allowCrossNamespaceImport: { type: 'boolean' },
    uid: { type: 'string', pattern: '^[a-zA-Z0-9-_]+$', maxLength: 40 },
    datasource: {
      type: 'object',
      properties: {
        name: { type: 'string' },
        type: { type: 'string' },
        access: { type: 'string' },
        url: { type: 'string' },
        isDefault: { type: 'boolean' },
        editable: { type: 'boolean' },
        jsonData: { 'x-kubernetes-preserve-unknown-fields': true },
      },
    },
  },
};

/** `grafana.integreatly.org/v1beta1 GrafanaDatasource`: what a Grafana asks, as grafana-operator writes it there. */
export class GrafanaDatasource extends custom<IGrafanaDatasource>(
  'grafana.integreatly.org/v1beta1',
  'GrafanaDatasource',
  grafanaDatasourceSpec,
) {}
