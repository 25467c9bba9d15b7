import { laundryGroup } from '../alerts/laundry.js';
import { provesEveryAlert } from './proven.js';

// What celery-exporter and prometheus-fastapi-instrumentator export, of which no application of the estate has any.
provesEveryAlert([laundryGroup], { application: 'laundry', namespace: 'laundry', language: 'ko' });
