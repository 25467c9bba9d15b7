import { custom } from '#imports/resource.js';
import type { Schema } from './schema.js';
import { labels, name, names, relabelConfigs, scrapeParams } from './vm-scrape.js';

/** What is written of a VMStaticScrape. What its scrapes say is checked by the schema alone. */
interface IVMStaticScrape {
  readonly metadata?: { readonly name?: string };
  readonly spec: {
    readonly jobName: string;
    readonly sampleLimit?: number;
    readonly targetEndpoints: readonly object[];
  };
}

/** Of its CRD, https://github.com/VictoriaMetrics/operator/blob/v0.74.1/config/crd/overlay/crd.descriptionless.yaml, what is written here. */
export const vmStaticScrapeSpec: Schema = {
  type: 'object',
  required: ['targetEndpoints'],
  properties: {
    jobName: name,
    sampleLimit: { type: 'integer' },
    targetEndpoints: {
      type: 'array',
      items: {
        type: 'object',
        required: ['targets'],
        properties: { ...scrapeParams, targets: names, labels, relabelConfigs },
      },
    },
  },
};

/** `operator.victoriametrics.com/v1beta1 VMStaticScrape`: targets that are written down, and how vmagent scrapes them. */
export class VMStaticScrape extends custom<IVMStaticScrape>(
  'operator.victoriametrics.com/v1beta1',
  'VMStaticScrape',
  vmStaticScrapeSpec,
) {}
