import { argocd, cluster, estate, host } from 'cheomseong';
import { ecoeco } from './apps/ecoeco/index.js';
import { maintenance } from './apps/maintenance/index.js';
import { observer } from './apps/observer/index.js';
import { ojeomneo } from './apps/ojeomneo/index.js';
import { production } from './apps/platforms.js';
import { repository, runbooks } from './apps/repository.js';
import { sogangcomputerclub } from './apps/sogangcomputerclub/index.js';

/** Everything that is monitored, by where it runs: each place is a folder of dist/. */
export default estate({
  places: [
    cluster('production', {
      platform: production,
      addresses: { runbooks },
      argocd: argocd({ repository: `${repository}.git` }),
      // Assumed, for the systems' pages do not tell it: what the platform scrapes for itself is reckoned by it.
      size: { nodes: 3, pods: 60 },
      applications: [observer, ojeomneo, ecoeco],
    }),
    // What runs on hosts today, as manifests for the day that it moves.
    cluster('standby', {
      addresses: { runbooks },
      applications: [sogangcomputerclub, maintenance],
    }),
    host(sogangcomputerclub, {
      runbooks,
      ports: { grafana: 3001 },
      health: { FastAPI: 'http://localhost:8000/health' },
    }),
    host(maintenance, {
      runbooks,
      // Its website has 3000.
      ports: { grafana: 3001 },
      health: { API: 'http://localhost:8000/metrics', website: 'http://localhost:3000/api/metrics' },
    }),
  ],
});
