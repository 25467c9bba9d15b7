import { custom } from '#imports/resource.js';
import type { Schema } from './schema.js';
import { found, name, names, relabelConfigs, scrapeParams } from './vm-scrape.js';

/** What is written of a VMServiceScrape. What its scrapes say is checked by the schema alone. */
interface IVMServiceScrape {
  readonly metadata?: { readonly name?: string };
  readonly spec: {
    readonly selector: { readonly matchLabels: Readonly<Record<string, string>> };
    readonly namespaceSelector: { readonly matchNames: readonly string[] };
    readonly sampleLimit?: number;
    readonly targetLabels?: readonly string[];
    readonly endpoints: readonly object[];
  };
}

/** Of its CRD, https://github.com/VictoriaMetrics/operator/blob/v0.74.1/config/crd/overlay/crd.descriptionless.yaml, what is written here. */
export const vmServiceScrapeSpec: Schema = {
  type: 'object',
  required: ['endpoints'],
  properties: {
    ...found,
    targetLabels: names,
    endpoints: {
      type: 'array',
      items: { type: 'object', properties: { ...scrapeParams, port: name, relabelConfigs } },
    },
  },
};

/** `operator.victoriametrics.com/v1beta1 VMServiceScrape`: which Services vmagent scrapes, and how. */
export class VMServiceScrape extends custom<IVMServiceScrape>(
  'operator.victoriametrics.com/v1beta1',
  'VMServiceScrape',
  vmServiceScrapeSpec,
) {}
