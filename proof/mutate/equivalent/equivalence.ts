import type { Edit } from '../mutators/edit.js';
import type { Place } from '../place.js';

/** Why an edit changes nothing that can be seen, whatever the series; nothing where it may. */
export const equivalence = (_place: Place, _edit: Edit): string | undefined => undefined;
