import type { Place } from '#alerts/place/place.js';
import type { Tracing } from './described.js';

/** The same on one machine: whoever sends is beside the one gateway. */
export const tracingOnHost = ({ agent: _, ...tracing }: Tracing): Tracing => ({
  ...tracing,
  gateway: { ...tracing.gateway, replicas: 1 },
});

/** How traces are collected where an application runs. */
export const tracingAt = ({ platform }: Pick<Place, 'platform'>, tracing: Tracing): Tracing =>
  platform === 'kubernetes' ? tracing : tracingOnHost(tracing);
