import { ecoeco } from '../../../apps/ecoeco/index.js';
import { provesApplication } from '../proven.js';

provesApplication(ecoeco);
