import { dockerCompose } from '../alerts/place/compose.js';
import type { Application } from '../application/application.js';
import { type Fault, fault, faultOf, refuse } from '../routing/fault.js';
import { variableFaults } from './compose/variable.js';

/** A host on which an application runs as a project of Docker Compose, and its monitoring as another beside it. */
export interface Host {
  readonly application: Application;
  /** The application's own project; containers of it are reached by its network, `<project>_default`. */
  readonly project: string;
  /** On which ports of the host each is found. */
  readonly ports: Ports;
  /** What the application itself answers on the host while it is well, by what it is called: `http://localhost:8000/health`. */
  readonly health: Readonly<Record<string, `http://localhost:${number}/${string}`>>;
  /** How long Prometheus keeps what it has scraped, and how much of it at most. */
  readonly retention: { readonly time: `${number}d`; readonly size: `${number}GB` };
}

export interface Ports {
  readonly prometheus: number;
  readonly alertmanager: number;
  readonly grafana: number;
}

const portFaults = (ports: Ports): readonly Fault[] =>
  Object.entries(ports).flatMap(([name, port], i, all) => [
    ...(Number.isInteger(port) && port >= 1 && port <= 65_535
      ? []
      : [fault(`ports.${name}`, `${port} is no port; write a whole number from 1 to 65535`)]),
    ...all
      .slice(0, i)
      .filter(([, other]) => other === port)
      .map(([first]) => fault(`ports.${name}`, `${port} is that of ${first} too; give it one of its own`)),
  ]);

/** An exporter is a service of the Compose file, under its own name. */
const exporterFaults = ({ exporters, logs }: Application, ports: Ports): readonly Fault[] => {
  const taken = [...Object.keys(ports), 'backup', ...(logs ? [logs.name] : [])];
  return exporters
    .filter(({ name }) => taken.includes(name))
    .map(({ name }) =>
      fault(`exporters.${name}`, `a service of monitoring itself is called ${name}; give it another name`),
    );
};

/**
 * Places an application on a host.
 *
 * @throws Error with all that is wrong: a project that Compose does not know, ports that no host has or of which two are one,
 * an exporter in the place of a server, two secrets in the place of one.
 */
export const host = (
  application: Application,
  {
    project = application.name,
    ports = {},
    health = {},
    retention = { time: '30d', size: '10GB' },
  }: Partial<Pick<Host, 'project' | 'health' | 'retention'>> & { readonly ports?: Partial<Ports> } = {},
): Host => {
  const all: Ports = { prometheus: 9090, alertmanager: 9093, grafana: 3000, ...ports };
  refuse(`host of ${application.name}`, [
    ...faultOf('project', () => dockerCompose(project)),
    ...portFaults(all),
    ...exporterFaults(application, all),
    ...variableFaults(application),
  ]);
  return { application, project, ports: all, health, retention };
};
