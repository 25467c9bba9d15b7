import type { Derived, Unproven } from '#alerts/scenario/standing.js';
import type { NonEmpty, Scenario, Timing } from '#alerts/scenario/scenario.js';
import type { Annotations } from '#alerts/rule/says.js';

/** An alert as it must be told: the labels of its series, and what its templates read. */
export interface ToldAsWritten {
  /** The labels that its expression gives it, and those of its rule that are templates; the other labels of its rule come of themselves. */
  readonly labels: Readonly<Record<string, string>>;
  /**
   * What annotations read that are filled in by more than `{{ $labels.… }}`, as Prometheus rendered them when this was written: it is
   * compared ever after. What has no template need not be repeated.
   */
  readonly reads?: Annotations;
}

/** A scenario in which an alert that was written elsewhere must fire, alone or with others of its name at once. */
export interface FiringAsWritten extends Scenario, Timing, ToldAsWritten {
  readonly also?: readonly ToldAsWritten[];
}

/** What an alert that was written elsewhere is proven by. One that always fires is never quiet. */
export interface ProofAsWritten {
  readonly fires: NonEmpty<FiringAsWritten>;
  readonly quiet: readonly Scenario[];
}

/** Scenarios that a person has confirmed, some that were only derived, or why there are none. */
export type ImportedProof = ProofAsWritten | Derived<ProofAsWritten> | Unproven;
