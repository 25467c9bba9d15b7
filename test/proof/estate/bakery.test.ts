import { bakeryGroup } from '../../alerts/unusual.js';
import { provesEveryAlert } from '../proven.js';

// Every pack as nobody has it.
provesEveryAlert([bakeryGroup], { application: 'bakery', language: 'en' });
