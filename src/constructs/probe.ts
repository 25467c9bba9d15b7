import { jobName } from '#application/scrape.js';
import type { ProbeScrape } from '#application/scrape/probe.js';
import { addressInCluster } from '#application/scrape/through.js';
import { metricRelabelings } from './endpoint.js';

/**
 * Endpoints that blackbox_exporter asks, in the words of the operator. It writes `__param_target`, `instance` and the exporter's address by
 * itself, and `namespace` too, where that is the Probe's own.
 * https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.ProbeSpec
 */
export const probeSpec = (description: ProbeScrape) => {
  const { namespace, targets, through, path, module, interval, timeout } = description;
  return {
    jobName: jobName(description),
    prober: { url: addressInCluster(through), path },
    module,
    targets: {
      staticConfig: {
        static: targets.map(({ address }) => address),
        labels: { ...targets[0]?.labels, namespace },
      },
    },
    interval,
    scrapeTimeout: timeout,
    ...metricRelabelings(description),
  };
};
