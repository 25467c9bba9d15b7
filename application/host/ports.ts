import { type Fault, fault } from '../../ground/fault.js';

/** On which port of the host each server is found. */
export interface Ports {
  readonly prometheus: number;
  readonly alertmanager: number;
  readonly grafana: number;
}

/** Ports that no host has, and those of which two are one. */
export const portFaults = (ports: Ports): readonly Fault[] =>
  Object.entries(ports).flatMap(([name, port], i, all) => [
    ...(Number.isInteger(port) && port >= 1 && port <= 65_535
      ? []
      : [fault(`ports.${name}`, `${port} is no port; write a whole number from 1 to 65535`)]),
    ...all
      .slice(0, i)
      .filter(([, other]) => other === port)
      .map(([first]) => fault(`ports.${name}`, `${port} is that of ${first} too; give it one of its own`)),
  ]);
