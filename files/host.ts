import type { Application } from '../application/application.js';

/** A host on which an application runs as a project of Docker Compose, and its monitoring as another beside it. */
export interface Host {
  readonly application: Application;
  /** The application's own project; containers of it are reached by its network, `<project>_default`. */
  readonly project: string;
  /** On which ports of the host each is found. */
  readonly ports: Ports;
  /** How long Prometheus keeps what it has scraped, and how much of it at most. */
  readonly retention: { readonly time: `${number}d`; readonly size: `${number}GB` };
}

export interface Ports {
  readonly prometheus: number;
  readonly alertmanager: number;
  readonly grafana: number;
}

/**
 * Places an application on a host.
 *
 * @throws Error on ports that no host has, or of which two are one.
 */
export const host = (
  application: Application,
  {
    project = application.name,
    ports = {},
    retention = { time: '30d', size: '10GB' },
  }: Partial<Pick<Host, 'project' | 'retention'>> & { readonly ports?: Partial<Ports> } = {},
): Host => {
  const all: Ports = { prometheus: 9090, alertmanager: 9093, grafana: 3000, ...ports };
  const entries = Object.entries(all);
  const faults = [
    ...entries
      .filter(([, port]) => !Number.isInteger(port) || port < 1 || port > 65_535)
      .map(([name, port]) => `port ${port} of ${name} is none; write a number from 1 to 65535`),
    ...entries
      .filter(([, port], i) => entries.findIndex(([, other]) => other === port) < i)
      .map(([name, port]) => `port ${port} of ${name} is another's too; give it one of its own`),
  ];
  if (faults.length > 0) throw new Error(`host of ${application.name}: ${faults.join('; ')}`);
  return { application, project, ports: all, retention };
};
