import { jobName } from '#application/scrape.js';
import type { StaticScrape } from '#application/scrape/static.js';
import { addressInCluster } from '#application/scrape/through.js';
import { askedThrough } from '#application/written-labels.js';
import { accessFields } from './access.js';
import { metricRelabelings, writing } from './endpoint.js';
import { histogramFields } from './histograms.js';

/** The schemes as a ScrapeConfig writes them; older operators take no others. */
const schemes = { http: 'HTTP', https: 'HTTPS' } as const;

/**
 * A scrape of targets that are written down, in the words of the operator. Without `jobName` their label `job` would be
 * `scrapeConfig/<namespace>/<name>`, and none of them has a `namespace` that is not written.
 * https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1alpha1.ScrapeConfigSpec
 */
export const scrapeConfigSpec = (description: StaticScrape) => {
  const { namespace, targets, through, path, params, interval, timeout, intake } = description;
  const { scheme, ...access } = accessFields(description.access);
  return {
    jobName: jobName(description),
    staticConfigs: targets.map(({ address, labels }) => ({
      targets: [address],
      labels: { ...labels, namespace },
    })),
    ...access,
    ...(scheme && { scheme: schemes[scheme] }),
    metricsPath: path,
    ...(Object.keys(params).length > 0 && { params }),
    scrapeInterval: interval,
    scrapeTimeout: timeout,
    ...intake,
    ...histogramFields(description.histograms),
    ...(through && { relabelings: askedThrough(addressInCluster(through)).map(writing) }),
    ...metricRelabelings(description),
  };
};
