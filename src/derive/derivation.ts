import type { Expr } from '#promql/expr/ast.js';
import type { LabelSet } from './engine/world.js';

/** A recording rule that the alert's expression may read. */
export interface Recorded {
  readonly name: string;
  readonly expr: Expr;
  readonly labels: LabelSet;
}

/** An alerting rule, to be proven of its text alone. */
export interface Asked {
  readonly name: string;
  readonly expr: Expr;
  /** Seconds. */
  readonly for: number;
  /** Seconds between evaluations of the rule. */
  readonly interval: number;
  /** Seconds between scrapes of what it reads. */
  readonly scrape: number;
  /** Recording rules of the same files; what they record is derived through, where it can be. */
  readonly records: readonly Recorded[];
}

/** A series in promtool's notation, https://prometheus.io/docs/prometheus/latest/configuration/unit_testing_rules/#series. */
export interface InputSeries {
  readonly name: string;
  readonly labels: LabelSet;
  /** `13x20`, `0+30x40`, `_x5`: a sample each `scrape` seconds from the beginning. */
  readonly values: string;
}

/** Series under which an alert does what is said. */
export interface Course {
  readonly series: readonly InputSeries[];
  /** What a person judges it by: `node_load1 of host-1:9100 is 13`. A clause for each series that differs between fault and quiet. */
  readonly said: readonly string[];
}

/** A fault under which the alert fires, and the nearest course under which it stays quiet. */
export interface Proven {
  readonly kind: 'derived';
  /** Seconds between samples of the series. */
  readonly scrape: number;
  /** Seconds after the beginning at which the fault begins: until then all is well, by the quiet course. */
  readonly begins: number;
  /** Seconds after the beginning until which the courses last. */
  readonly until: number;
  readonly fires: Course & {
    /** The labels and values of what fires at the end, as the engine reckons them; promtool has the last word. */
    readonly expected: readonly { readonly labels: LabelSet; readonly value: number }[];
  };
  readonly quiet: Course;
  /** Whether it is quiet only because series are left out: then nothing is said of its limits. */
  readonly isVacuous: boolean;
}

/** Why no fault was derived. */
export interface Underived {
  /**
   * `cannot fire`: it is sure, by the smallest part that is to blame. `not judged`: the reader does not know a part of it.
   * `not found`: it may fire, but the search found nothing.
   */
  readonly kind: 'cannot fire' | 'not judged' | 'not found';
  /** The smallest part that is to blame, where one is. */
  readonly blame?: Expr;
  /** A sentence without its end: `'a > 5 and a < 3' holds for no value`. */
  readonly why: string;
}

export type Derivation = Proven | Underived;
