import { custom } from '#imports/resource.js';
import { type Instances, instanceSelector } from './selector.js';
import type { Schema } from './schema.js';

/** What is written of a PersesDashboard. What its plugins are told the CRD leaves to Perses. */
interface IPersesDashboard {
  readonly metadata?: { readonly name?: string };
  readonly spec: { readonly instanceSelector?: Instances; readonly config: object };
}

const anything: Schema = { 'x-kubernetes-preserve-unknown-fields': true };
const length: Schema = {
  type: 'string',
  pattern: '^(([0-9]+)y)?(([0-9]+)w)?(([0-9]+)d)?(([0-9]+)h)?(([0-9]+)m)?(([0-9]+)s)?(([0-9]+)ms)?$',
};
const text: Schema = { type: 'string' };
const kindOf = (spec: Schema): Schema => ({
  type: 'object',
  required: ['kind', 'spec'],
  properties: { kind: text, spec },
});
const plugin = kindOf(anything);
const display: Schema = { type: 'object', properties: { name: text, description: text } };
const links: Schema = {
  type: 'array',
  items: {
    type: 'object',
    required: ['url'],
    properties: {
      name: text,
      url: text,
      targetBlank: { type: 'boolean' },
      renderVariables: { type: 'boolean' },
    },
  },
};
const query = kindOf({ type: 'object', required: ['plugin'], properties: { plugin } });
const panel = kindOf({
  type: 'object',
  required: ['plugin'],
  properties: { display, plugin, queries: { type: 'array', items: query }, links },
});
const annotation: Schema = {
  type: 'object',
  required: ['display', 'plugin'],
  properties: {
    display: { type: 'object', required: ['name'], properties: { name: text, color: text } },
    plugin,
  },
};

/** Of its CRD, https://github.com/perses/perses-operator/blob/v0.5.0/config/crd/bases/perses.dev_persesdashboards.yaml, what is written here. */
export const persesDashboardSpec: Schema = {
  type: 'object',
  required: ['config'],
  properties: {
    instanceSelector,
    config: {
      type: 'object',
      required: ['duration', 'layouts', 'panels'],
      properties: {
        display,
        duration: length,
        refreshInterval: length,
        timezone: text,
        variables: { type: 'array', items: plugin },
        annotations: { type: 'array', items: annotation },
        panels: { type: 'object', additionalProperties: panel },
        layouts: { type: 'array', items: plugin },
        links,
      },
    },
  },
};

/** `perses.dev/v1alpha2 PersesDashboard`: a dashboard as perses-operator writes it into a Perses. v1alpha1, which it replaced, is deprecated. */
export class PersesDashboard extends custom<IPersesDashboard>(
  'perses.dev/v1alpha2',
  'PersesDashboard',
  persesDashboardSpec,
) {}
