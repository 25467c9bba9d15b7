import { placedIn } from '#proof/prove-estate.js';
import { clinicGroup } from '../alerts/clinic.js';
import { provesAlerts } from './proven.js';

// Every kind of alert that was written elsewhere.
provesAlerts(placedIn([clinicGroup], { application: 'clinic', namespace: 'clinic', language: 'en' }));
