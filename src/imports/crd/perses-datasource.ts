import { custom } from '#imports/resource.js';
import { type Instances, instanceSelector } from './selector.js';
import type { Schema } from './schema.js';

/** What is written of a PersesDatasource. What its plugin is told the CRD leaves to Perses. */
interface IPersesDatasource {
  readonly metadata?: { readonly name?: string };
  readonly spec: { readonly instanceSelector?: Instances; readonly config: object };
}

/** Of its CRD, https://github.com/perses/perses-operator/blob/v0.5.0/config/crd/bases/perses.dev_persesdatasources.yaml, what is written here. */
export const persesDatasourceSpec: Schema = {
  type: 'object',
  required: ['config'],
  properties: {
    instanceSelector,
    config: {
      type: 'object',
      required: ['default', 'plugin'],
      properties: {
        default: { type: 'boolean' },
        display: { type: 'object', properties: { name: { type: 'string' } } },
        plugin: {
          type: 'object',
          required: ['kind', 'spec'],
          properties: { kind: { type: 'string' }, spec: { 'x-kubernetes-preserve-unknown-fields': true } },
        },
      },
    },
  },
};

/** `perses.dev/v1alpha2 PersesDatasource`: what the dashboards of a namespace ask, as perses-operator writes it into a Perses. */
export class PersesDatasource extends custom<IPersesDatasource>(
  'perses.dev/v1alpha2',
  'PersesDatasource',
  persesDatasourceSpec,
) {}
