import type { Fault } from '#ground/fault.js';
import { portFaults as numberFaults } from '#ground/port.js';

/** On which port of the host each server is found. */
export interface Ports {
  readonly prometheus: number;
  readonly alertmanager: number;
  readonly grafana: number;
}

/** Ports that no host has, and those of which two are one. */
export const portFaults = (ports: Ports): readonly Fault[] =>
  Object.entries(ports).flatMap(([name, port], i, all) => [
    ...numberFaults(`ports.${name}`, port),
    ...all
      .slice(0, i)
      .filter(([, other]) => other === port)
      .map(([first]) => ({
        where: `ports.${name}`,
        what: `${port}`,
        code: 'port-taken' as const,
        why: `${port} is that of ${first} too`,
        cure: 'give it one of its own',
      })),
  ]);
