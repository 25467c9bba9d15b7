import type { Application } from '#application/application.js';
import type { Host } from '#application/host/host.js';
import { cluster } from '#cluster/cluster.js';
import type { EstateSpec } from '#synth/estate/home.js';

/** An estate of one cluster, `production`, with these applications, and of these hosts. */
export const inProduction = (
  applications: readonly Application[],
  hosts: readonly Host[] = [],
): Pick<EstateSpec, 'places'> => ({ places: [cluster('production', { applications }), ...hosts] });
