import { inSeconds } from '#ground/duration.js';
import type { Need } from '#promql/expr/needs.js';
import { alertProof } from '#proof/files.js';
import type { Features } from '#proof/promtool/features.js';
import type { Placed } from '#proof/prove-estate.js';
import { unfolded } from '#promql/expr/recorded.js';
import type { UnitTest } from '#proof/promtool/test-file.js';
import { readsTime } from './clock.js';
import { type Mutant, mutantsOf } from './mutant.js';
import { recordsReadBy } from '#alerts/rule/read.js';
import { ownRecords } from './own-records.js';
import { type Parts, partsOf } from './test-file.js';

/** All that is to be tried of an alert: its proof, and its mutants. */
export interface Trials {
  readonly parts: Parts;
  /** Those of its scenarios that are evaluated less often. */
  readonly seldom?: Parts;
  readonly mutants: readonly Mutant[];
  /** What a promtool must read that runs them, beyond what the oldest does. */
  readonly needs: readonly Need[];
  /** By how many seconds the clock of the rules is fast in a test. */
  readonly fast: (test: UnitTest) => number;
}

/** @param features What the promtool has that will run them. */
export const trialsOf = ({ alert, group, context }: Placed, features: Features): Trials => {
  const canBegin = features.startTimestamp || !unfolded(alert.expr).some(readsTime);
  // A moment of the week is begun at: where promtool cannot, the clock of the rules is fast instead.
  const proof = alertProof(alert, group, context, 'all', { ...features, startTimestamp: canBegin });
  return {
    parts: partsOf(proof, proof.tests),
    ...(proof.seldom && { seldom: partsOf(proof, proof.seldom) }),
    needs: proof.needs,
    fast: (test) => (features.startTimestamp ? 0 : (test.start_timestamp ?? 0)),
    mutants: mutantsOf(alert, {
      records: recordsReadBy(alert.expr, group.records),
      own: ownRecords(alert, group),
      interval: inSeconds(group.interval),
    }),
  };
};
