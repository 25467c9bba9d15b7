import { observer } from '../../../apps/observer/index.js';
import { provesApplication } from '../proven.js';

provesApplication(observer);
