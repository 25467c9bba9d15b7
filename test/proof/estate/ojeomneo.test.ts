import { ojeomneo } from '../../../apps/ojeomneo/index.js';
import { provesApplication } from '../proven.js';

provesApplication(ojeomneo);
