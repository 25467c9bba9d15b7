import { refusal } from '#ground/fault.js';
import { itself } from '#application/host/job.js';
import { type Scrape, type ServiceScrape, jobName } from '#application/scrape.js';
import type { PodScrape } from '#application/scrape/pods.js';
import type { Service } from '#application/service.js';
import { type Target, targetsOf } from '#application/target.js';

/** Targets that have the same labels. */
export interface StaticConfig {
  readonly targets: readonly string[];
  readonly labels?: Readonly<Record<string, string>>;
}

/** The host, and the namespace of its application. */
interface Place {
  readonly host: string;
  readonly namespace: string;
}

/** A host is one environment: of what is in several namespaces, the application's own is what runs there, else the first. */
const here = (namespaces: readonly [string, ...string[]], home: string): readonly [string] => [
  namespaces.includes(home) ? home : namespaces[0],
];

/** Prometheus finds itself under no other name, whatever its network is. */
const nameOf = ({ name }: Service): string => (name === itself ? 'localhost' : name);

/** An address that is asked, with its labels as Prometheus takes them: the name of the job is its own, and what is empty is none. */
const asked = (scrape: Scrape, address: string, target: Target, { host }: Place): StaticConfig => {
  const { job, ...labels } = target;
  const machine = scrape.of !== 'targets' && scrape.ofMachine ? { instance: host } : {};
  // Prometheus calls an instance by its address itself.
  const isSaid = ([label, value]: readonly [string, string]): boolean =>
    value !== '' && !(label === 'instance' && value === address);
  return {
    targets: [address],
    labels: {
      ...(job !== undefined && job !== jobName(scrape) && { job }),
      ...Object.fromEntries(Object.entries(labels).filter(isSaid)),
      ...machine,
    },
  };
};

/**
 * What a scrape asks on a host: containers by the names of their Services or pods, and targets that are written down as they are.
 *
 * @throws Error where a Service or a pod has no port of that name: nothing would be asked, and nobody told.
 */
export const staticConfigs = (scrape: Scrape, place: Place): readonly StaticConfig[] => {
  switch (scrape.of) {
    case 'services':
      return scrape.services.flatMap((service) => {
        const address = `${nameOf(service)}:${numberOf(scrape, answering(service))}`;
        const services = [{ ...service, namespaces: here(service.namespaces, place.namespace) }];
        return targetsOf({ ...scrape, services }).map((target) => asked(scrape, address, target, place));
      });
    case 'pods': {
      const pods = { ...scrape.pods, namespaces: here(scrape.pods.namespaces, place.namespace) };
      const address = `${pods.name}:${numberOf(scrape, { called: `a pod of ${pods.name}`, ports: pods.ports })}`;
      return targetsOf({ ...scrape, pods }).map((target) => asked(scrape, address, target, place));
    }
    case 'targets':
      return targetsOf(scrape).map((target, i) =>
        asked(scrape, scrape.targets[i]?.address ?? '', target, place),
      );
  }
};

/** What has ports of these numbers, by their names. */
interface Answering {
  /** `Service shop`, `a pod of worker`. */
  readonly called: string;
  readonly ports: Readonly<Record<string, number>>;
}

const numberOf = ({ name, port }: ServiceScrape | PodScrape, { called, ports }: Answering): number => {
  const number = ports[port];
  if (number === undefined)
    throw refusal(`scrape ${name}`, {
      what: port,
      code: 'no-such-port',
      why: `${called} has no port ${port}`,
      cure: `name one that it has: ${Object.keys(ports).join(', ')}`,
    });
  return number;
};

/** A Service by the ports of its containers. */
const answering = ({ name, ports }: Service): Answering => ({
  called: `Service ${name}`,
  ports: Object.fromEntries(Object.entries(ports).map(([port, { targetPort }]) => [port, targetPort])),
});
