import { type Application, type Host, host } from 'cheomseong';
import { ecoeco } from './apps/ecoeco/index.js';
import { maintenance } from './apps/maintenance/index.js';
import { observer } from './apps/observer/index.js';
import { ojeomneo } from './apps/ojeomneo/index.js';
import { sogangcomputerclub } from './apps/sogangcomputerclub/index.js';

/** The estate: every application that is monitored, as manifests for Kubernetes. */
export const estate: readonly Application[] = [observer, ojeomneo, ecoeco, sogangcomputerclub, maintenance];

/** Those that run on a host, by Docker Compose: the same values as plain files. */
export const hosts: readonly Host[] = [
  host(sogangcomputerclub, {
    ports: { grafana: 3001 },
    health: { FastAPI: 'http://localhost:8000/health' },
  }),
  host(maintenance, {
    // Its website has 3000.
    ports: { grafana: 3001 },
    health: { API: 'http://localhost:8000/metrics', website: 'http://localhost:3000/api/metrics' },
  }),
];
