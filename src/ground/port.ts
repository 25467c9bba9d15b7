import type { Fault } from './fault.js';

/** Whether TCP has a port of this number. */
export const isPort = (port: number): boolean => Number.isInteger(port) && port >= 1 && port <= 65_535;

/** A number that is no port. */
export const portFaults = (where: string, port: number): readonly Fault[] =>
  isPort(port)
    ? []
    : [
        {
          where,
          what: `${port}`,
          code: 'port-out-of-range',
          why: `${port} is no port`,
          cure: 'write a whole number from 1 to 65535',
        },
      ];
