import { canteenGroup } from '../alerts/canteen.js';
import { provesEveryAlert } from './proven.js';

// What the other packs' fixtures leave out; how strong such proofs are is measured on the estate, by mutation.
provesEveryAlert([canteenGroup], { application: 'canteen', namespace: 'canteen', language: 'ko' });
