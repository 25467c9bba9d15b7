import type { Values } from './contribution.js';

/** Where there are several of a server, a node that is drained leaves one of them. */
export const disruption = (replicas: number): Values =>
  replicas === 1 ? {} : { podDisruptionBudget: { enabled: true } };
