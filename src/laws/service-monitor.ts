import type { Code } from '#ground/codes/codes.js';
import { atField } from '#ground/field.js';
import { type Application, serviceScrapesOf } from '#application/application.js';
import type { ServiceScrape } from '#application/scrape.js';
import type { Fault } from '#ground/fault.js';
import { oncePerCause } from './cause.js';
import { type FoundService, declaredServices, foundServices, served } from './found-services.js';
import type { Law } from './law.js';
import { across } from './apart.js';
import { byLabels } from './labelled.js';

/** What is known of a scrape of Services, of whichever application. */
interface Asking extends Pick<ServiceScrape, 'name' | 'selector' | 'namespaces' | 'port'> {
  readonly by: string;
  readonly services: readonly Pick<FoundService, 'name' | 'namespaces'>[];
}

const askingOf = (application: Application): readonly Asking[] =>
  serviceScrapesOf(application).map(({ name, selector, namespaces, port, services }) => ({
    by: application.name,
    ...{ name, selector, namespaces, port },
    services: services.map((each) => ({ name: each.name, namespaces: each.namespaces })),
  }));

const namesOf = (services: readonly Pick<FoundService, 'name'>[]): readonly string[] => [
  ...new Set(services.map(({ name }) => name)),
];

const faults = (scrape: Asking, servicesIn: ReturnType<typeof byLabels<FoundService>>): readonly Fault[] => {
  const path = `${scrape.by}/scrape-${scrape.name}`;
  const labels = Object.entries(scrape.selector).map(([label, value]) => `${label}: ${value}`);
  return scrape.namespaces.flatMap((namespace): readonly Fault[] => {
    const selected = servicesIn(namespace, scrape.selector);
    const wanted = scrape.services.filter(({ namespaces }) => namespaces.includes(namespace));
    const [found, meant] = [namesOf(selected), namesOf(wanted)];
    const selector = (code: Code, why: string, cure: string): Fault => ({
      where: atField(path, 'spec.selector'),
      what: `${labels.join(', ')} in ${namespace}`,
      code,
      why,
      cure,
    });
    const undeclared = `declare the Service in services of application('${scrape.by}', …)`;
    if (selected.length === 0)
      return [
        selector('no-such-service', 'the ServiceMonitor selects no Service that is declared', undeclared),
      ];
    return [
      ...meant
        .filter((name) => !found.includes(name))
        .map((name) =>
          selector('no-such-service', `no Service ${name} with these labels is declared here`, undeclared),
        ),
      ...found
        .filter((name) => !meant.includes(name))
        .map((name) =>
          selector(
            'selects-others',
            `the ServiceMonitor also selects Service ${name}, which the scrape is not of`,
            'give the Services of the scrape a label in common that no other has',
          ),
        ),
      ...selected
        .filter(({ ports }) => !ports.includes(scrape.port))
        .map(({ name, ports }) => ({
          where: atField(path, 'spec.endpoints[0].port'),
          what: scrape.port,
          code: 'no-such-port' as const,
          why: `Service ${name} in ${namespace} has no port of this name`,
          cure: `name one of its ports: ${ports.join(', ')}`,
        })),
    ];
  });
};

/**
 * A ServiceMonitor that selects nothing, or a port that is not there, is silent for ever; one that selects too much
 * fetches what somebody else exports. It must find the Services that its scrape is of, no fewer and no more.
 */
export const everyServiceMonitorFindsItsService: Law = across({
  summary: ({ applications, others = [] }) => ({
    declared: applications.flatMap(declaredServices),
    seen: served(others),
    asking: applications.flatMap(askingOf),
  }),
  judge: (all) => {
    const services = foundServices(
      all.flatMap(({ declared }) => declared),
      all.flatMap(({ seen }) => seen),
    );
    const servicesIn = byLabels(services);
    return oncePerCause(
      all
        .flatMap(({ asking }) => asking)
        .flatMap((scrape) =>
          // Of a Service that nobody declares each of its namespaces tells.
          faults(scrape, servicesIn).map((fault) => ({
            fault,
            cause: `${scrape.name} ${fault.why.replace(/ in \S+ has/, ' has')}`,
            hit: fault.what,
          })),
        ),
    );
  },
});
