import { sogangcomputerclub } from '../../../apps/sogangcomputerclub/index.js';
import { provesApplication } from '../proven.js';

provesApplication(sogangcomputerclub);
