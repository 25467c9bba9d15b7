import { maintenance } from '../../../apps/maintenance/index.js';
import { provesApplication } from '../proven.js';

provesApplication(maintenance);
