import type { Duration } from '#ground/duration.js';
import type { ComparisonOperator } from '#promql/expr/ast.js';
import type { Limit } from '#promql/unit/limit.js';
import type { Matched } from '#promql/vector/matched.js';
import type { AnyVector } from '#promql/vector/vector.js';
import type { RuleSeverity } from '#alerts/rule/facts.js';
import type { Annotations } from '#alerts/rule/says.js';
import type { ImportedProof } from './proof.js';

/** A signal and the line that it must not cross, or one that tells by being there. */
export interface AnyCondition {
  readonly signal: AnyVector;
  readonly operator?: ComparisonOperator;
  readonly limit?: Limit;
}

/** An alert as it was written elsewhere. */
export interface ImportedSpec<out C extends AnyCondition = AnyCondition> {
  /** What holds while it fires: `below(asWritten('…', …), bytes(5))`, `present(asWritten('…', …))`. */
  readonly when: C;
  /** Only where each of these has a series too: `… and …`, `… and on (instance) …`, in this order. */
  readonly given?: readonly (AnyVector | Matched<string>)[];
  /** Not where one of these has a series: `… unless …`, `… unless on (instance) …`, in this order, after what is given. */
  readonly except?: readonly (AnyVector | Matched<string>)[];
  /** At once, unless said. */
  readonly for?: Duration;
  readonly keepFiringFor?: Duration;
  /** How often what it reads is scraped, at the slowest, which its application knows; twice a minute unless said. */
  readonly scrapedEvery?: Duration;
  /** Its labels as they were written, the severity among them, if it has one. */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * What of ours the severity among its labels is like, where that is another: `page` is `critical`. What all alerts of an application have
   * alike its `severities` say.
   */
  readonly severity?: RuleSeverity;
  /** The part of the application that is concerned, for the label `component`; the application itself by default. */
  readonly component?: string;
  /** Its annotations as they were written, in whichever language, templates as they are, and links among them. */
  readonly annotations?: Annotations;
  /** What its page and its proof are called, where another alert of the application has its name: `NodeDiskFull.critical`. */
  readonly key?: string;
  readonly proof: ImportedProof;
}
