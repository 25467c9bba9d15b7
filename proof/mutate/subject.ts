import type { AlertRule } from '../../alerts/rule/alert.js';
import type { RuleGroup } from '../../alerts/rule/group.js';
import type { RuleContext } from '../../alerts/rule/prometheus.js';
import { inSeconds } from '../../promql/unit/duration.js';
import { alertProof } from '../files.js';
import { type Mutant, mutantsOf } from './mutant.js';
import { ownRecords, recordsReadBy } from './own-records.js';
import { type Parts, partsOf } from './test-file.js';

/** An alert as it is deployed: in its group, with what its application adds to its rules. */
export interface Subject {
  readonly alert: AlertRule;
  readonly group: RuleGroup;
  readonly context: RuleContext;
}

/** All that is to be tried of an alert: its proof, and its mutants. */
export interface Trials {
  readonly parts: Parts;
  readonly mutants: readonly Mutant[];
}

export const trialsOf = ({ alert, group, context }: Subject): Trials => ({
  parts: partsOf(alertProof(alert, group, context)),
  mutants: mutantsOf(alert, {
    records: recordsReadBy(alert, group),
    own: ownRecords(alert, group),
    interval: inSeconds(group.interval),
  }),
});
