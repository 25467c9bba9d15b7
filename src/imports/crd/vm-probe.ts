import { custom } from '#imports/resource.js';
import type { Schema } from './schema.js';
import { labels, name, names, relabelConfigs } from './vm-scrape.js';

/** What is written of a VMProbe. What its scrapes say is checked by the schema alone. */
interface IVMProbe {
  readonly metadata?: { readonly name?: string };
  readonly spec: {
    readonly jobName: string;
    readonly vmProberSpec: { readonly url: string; readonly path: string };
    readonly module: string;
    readonly targets: {
      readonly static: {
        readonly targets: readonly string[];
        readonly labels: Readonly<Record<string, string>>;
      };
    };
    readonly interval: string;
    readonly scrapeTimeout: string;
    readonly metricRelabelConfigs?: readonly object[];
  };
}

/** Of its CRD, https://github.com/VictoriaMetrics/operator/blob/v0.74.1/config/crd/overlay/crd.descriptionless.yaml, what is written here. */
export const vmProbeSpec: Schema = {
  type: 'object',
  required: ['vmProberSpec'],
  properties: {
    jobName: name,
    vmProberSpec: { type: 'object', required: ['url'], properties: { url: name, path: name } },
    module: name,
    targets: {
      type: 'object',
      properties: {
        static: { type: 'object', required: ['targets'], properties: { targets: names, labels } },
      },
    },
    interval: name,
    scrapeTimeout: name,
    metricRelabelConfigs: relabelConfigs,
  },
};

/** `operator.victoriametrics.com/v1beta1 VMProbe`: endpoints that vmagent has blackbox_exporter ask. */
export class VMProbe extends custom<IVMProbe>(
  'operator.victoriametrics.com/v1beta1',
  'VMProbe',
  vmProbeSpec,
) {}
