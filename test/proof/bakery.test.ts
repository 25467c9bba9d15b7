import { placedIn } from '#proof/prove-estate.js';
import { bakeryGroup } from '../alerts/unusual.js';
import { provesAlerts } from './proven.js';

// Every pack as nobody has it.
provesAlerts(placedIn([bakeryGroup], { application: 'bakery', language: 'en' }));
