import { custom } from '#imports/resource.js';
import type { Schema } from './schema.js';
import { found, name, names, relabelConfigs, scrapeParams } from './vm-scrape.js';

/** What is written of a VMPodScrape. What its scrapes say is checked by the schema alone. */
interface IVMPodScrape {
  readonly metadata?: { readonly name?: string };
  readonly spec: {
    readonly selector: { readonly matchLabels: Readonly<Record<string, string>> };
    readonly namespaceSelector: { readonly matchNames: readonly string[] };
    readonly sampleLimit?: number;
    readonly podTargetLabels?: readonly string[];
    readonly podMetricsEndpoints: readonly object[];
  };
}

/** Of its CRD, https://github.com/VictoriaMetrics/operator/blob/v0.74.1/config/crd/overlay/crd.descriptionless.yaml, what is written here. */
export const vmPodScrapeSpec: Schema = {
  type: 'object',
  required: ['podMetricsEndpoints'],
  properties: {
    ...found,
    podTargetLabels: names,
    podMetricsEndpoints: {
      type: 'array',
      items: { type: 'object', properties: { ...scrapeParams, port: name, relabelConfigs } },
    },
  },
};

/** `operator.victoriametrics.com/v1beta1 VMPodScrape`: which pods vmagent scrapes, and how. */
export class VMPodScrape extends custom<IVMPodScrape>(
  'operator.victoriametrics.com/v1beta1',
  'VMPodScrape',
  vmPodScrapeSpec,
) {}
