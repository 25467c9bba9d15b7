import { inSeconds } from '../../ground/duration.js';
import { alertProof } from '../files.js';
import type { Features } from '../promtool/features.js';
import type { Placed } from '../prove-estate.js';
import { type Mutant, mutantsOf } from './mutant.js';
import { ownRecords, recordsReadBy } from './own-records.js';
import { type Parts, partsOf } from './test-file.js';

/** All that is to be tried of an alert: its proof, and its mutants. */
export interface Trials {
  readonly parts: Parts;
  readonly mutants: readonly Mutant[];
}

/** @param features What the promtool has that will run them. */
export const trialsOf = ({ alert, group, context }: Placed, features: Features): Trials => ({
  parts: partsOf(alertProof(alert, group, context, 'all', features)),
  mutants: mutantsOf(alert, {
    records: recordsReadBy(alert, group),
    own: ownRecords(alert, group),
    interval: inSeconds(group.interval),
  }),
});
