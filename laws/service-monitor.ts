import { type Application, scrapesOf } from '../application/application.js';
import type { Scrape } from '../application/scrape.js';
import type { Service } from '../application/service.js';
import type { Violation } from '../synth/violation.js';
import type { Law } from './law.js';

const isSelected = (service: Service, { service: wanted }: Scrape, namespace: string): boolean =>
  service.namespaces.includes(namespace) &&
  Object.entries(wanted.labels).every(([label, value]) => service.labels[label] === value);

const violations = (
  application: Application,
  services: readonly Service[],
  scrape: Scrape,
): readonly Violation[] => {
  const path = `${application.name}/scrape-${scrape.name}`;
  return scrape.service.namespaces.flatMap((namespace): readonly Violation[] => {
    const selected = services.filter((service) => isSelected(service, scrape, namespace));
    const labels = Object.entries(scrape.service.labels)
      .map(([label, value]) => `${label}: ${value}`)
      .join(', ');
    if (selected.length === 0) {
      return [
        {
          path,
          field: 'spec.selector',
          text: `${labels} in ${namespace}`,
          message: 'the ServiceMonitor selects no Service that is declared',
          cure: `declare the Service in services of application('${application.name}', …)`,
        },
      ];
    }
    return selected
      .filter(({ ports }) => !(scrape.port in ports))
      .map(({ name, ports }) => ({
        path,
        field: 'spec.endpoints[0].port',
        text: scrape.port,
        message: `Service ${name} in ${namespace} has no port of this name`,
        cure: `name one of its ports: ${Object.keys(ports).join(', ')}`,
      }));
  });
};

/** A ServiceMonitor that selects nothing, or a port that is not there, is silent for ever. */
export const everyServiceMonitorFindsItsService: Law = ({ applications }) => {
  const services = applications.flatMap((each) => [
    ...each.services,
    ...each.exporters.map(({ service }) => service),
  ]);
  return applications.flatMap((each) =>
    scrapesOf(each).flatMap((scrape) => violations(each, services, scrape)),
  );
};
