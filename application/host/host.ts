import type { Application } from '../application.js';
import { type Fault, refuse } from '../../ground/fault.js';
import { variableFaults } from './variable.js';
import { type Health, healthFaults } from './health.js';
import { type Ports, portFaults } from './ports.js';
import { jobFaults } from './job.js';
import { type Retention, retentionFaults } from './retention.js';

/**
 * A host on which an application runs as a project of Docker Compose, and its monitoring as another beside it. The application's own
 * project is called by its name; its containers are reached by the network of it, `<name>_default`.
 */
export interface Host {
  readonly application: Application;
  readonly ports: Ports;
  readonly health: Health;
  readonly retention: Retention;
  /** Where its Alertmanager is reached by whoever gets a message. Without one, no message links to it. */
  readonly url?: `http://${string}` | `https://${string}`;
}

/** An exporter is a service of the Compose file, under its own name. */
const exporterFaults = ({ exporters, logs }: Application, ports: Ports): readonly Fault[] => {
  const taken = [...Object.keys(ports), 'backup', ...(logs ? [logs.name] : [])];
  return exporters
    .filter(({ name }) => taken.includes(name))
    .map(({ name }) => ({
      where: `exporters.${name}`,
      what: name,
      why: `a service of monitoring itself is called ${name}`,
      cure: 'give it another name',
    }));
};

/**
 * Places an application on a host.
 *
 * @throws Error with all that is wrong: ports that no host has, of which two are one or at which the application answers, a retention that
 * is no whole number over 0, two jobs of one name, an exporter in the place of a server, two secrets in the place of one.
 */
export const host = (
  application: Application,
  {
    ports = {},
    health = {},
    retention = { time: '30d', size: '10GB' },
    url,
  }: Partial<Pick<Host, 'health' | 'retention' | 'url'>> & { readonly ports?: Partial<Ports> } = {},
): Host => {
  const all: Ports = { prometheus: 9090, alertmanager: 9093, grafana: 3000, ...ports };
  refuse(`host of ${application.name}`, [
    ...portFaults(all),
    ...healthFaults(health, all),
    ...retentionFaults(retention),
    ...jobFaults(application),
    ...exporterFaults(application, all),
    ...variableFaults(application),
  ]);
  return { application, ports: all, health, retention, ...(url !== undefined && { url }) };
};
