import type { Host } from '#application/host/host.js';
import type { Scrape } from '#application/scrape.js';
import { addressOnHost } from '#application/scrape/through.js';
import { jobName } from '#application/scrape.js';
import { answeredOnHost } from '#hosts/answered.js';
import { hostFiles } from '#hosts/hosts.js';
import { staticConfigs } from '#hosts/prometheus/static.js';
import type { Asked } from '#rehearsal/life/asked.js';
import { ofOne } from '#routing/alertmanager/configuration.js';
import type { Rehearsed } from './rehearsed.js';

/** A host with its application, by the very files that it is given. */
export const onHost = (host: Host): Rehearsed => {
  const { application } = answeredOnHost(host.application);
  const files = hostFiles(host);
  const askedOf = (scrape: Scrape): readonly Asked[] =>
    staticConfigs(scrape, { host: application.name, namespace: application.namespace }).flatMap(
      ({ targets, labels = {} }) =>
        targets.map((address) => ({
          job: jobName(scrape),
          address,
          path: scrape.path,
          ...(scrape.of === 'targets' && scrape.through && { through: addressOnHost(scrape.through) }),
          labels: { job: jobName(scrape), ...labels },
        })),
    );
  const configuration = ofOne(application.routing);
  return {
    called: `${host.name}/${application.name}`,
    application,
    splits: false,
    askedOf,
    prometheus: files['prometheus.yml'] ?? '',
    rules: Object.fromEntries(Object.entries(files).filter(([path]) => path.startsWith('rules/'))),
    alertmanager: files['alertmanager.yml'] ?? '',
    configuration,
    meant: configuration,
  };
};
