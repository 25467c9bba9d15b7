import { estate, host } from 'cheomseong';
import { ecoeco } from './apps/ecoeco/index.js';
import { maintenance } from './apps/maintenance/index.js';
import { observer } from './apps/observer/index.js';
import { ojeomneo } from './apps/ojeomneo/index.js';
import { sogangcomputerclub } from './apps/sogangcomputerclub/index.js';

/** Every application that is monitored, as manifests for Kubernetes; and those that run on a host, as plain files too. */
export default estate({
  applications: [observer, ojeomneo, ecoeco, sogangcomputerclub, maintenance],
  hosts: [
    host(sogangcomputerclub, {
      ports: { grafana: 3001 },
      health: { FastAPI: 'http://localhost:8000/health' },
    }),
    host(maintenance, {
      // Its website has 3000.
      ports: { grafana: 3001 },
      health: { API: 'http://localhost:8000/metrics', website: 'http://localhost:3000/api/metrics' },
    }),
  ],
});
