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
  /** Seconds for which it goes on firing once all is well; none without. */
  readonly keepFiringFor?: number;
  /** Seconds between evaluations of the rule. */
  readonly interval: number;
  /** Seconds between scrapes of what it reads. */
  readonly scrape: number;
  /** Whether nobody said how often is scraped: then nothing is sure that hangs on it. */
  readonly isScrapeGuessed?: boolean;
  /** Recording rules of the same files; what they record is derived through, where it can be. */
  readonly records: readonly Recorded[];
  /** Metrics whose kinds somebody has declared, or a scrape told; those of all others are guessed from their names and uses. */
  readonly declared?: ReadonlySet<string>;
}

/** A series in promtool's notation, https://prometheus.io/docs/prometheus/latest/configuration/unit_testing_rules/#series. */
export interface InputSeries {
  readonly name: string;
  readonly labels: LabelSet;
  /** `13x20`, `0+30x40`, `_x5`: a sample each `scrape` seconds from the beginning. */
  readonly values: string;
}

/** Series under which an alert does what is said, over the whole time. */
export interface Course {
  readonly series: readonly InputSeries[];
  /**
   * What a person judges it by: `node_load1 of host-1:9100 is 13`. A clause for each series that differs between fault and quiet, in the
   * same order on both sides. Of a change the fault tells what was before it too.
   */
  readonly said: readonly string[];
  /** What all others do meanwhile, against which those are held: `b is 11`. None in the quiet course, where they do the same. */
  readonly beside: readonly string[];
}

/** What fires, as the engine reckons it; promtool has the last word. Labels of the expression, without those that the rule adds. */
export interface Expected {
  readonly labels: LabelSet;
  readonly value: number;
}

/**
 * When what happens in a test, in whole seconds since its beginning, each of them a multiple of both `scrape` and `interval`. They may be
 * finer or coarser than what was asked for, where windows are short or look far back.
 */
export interface Moments {
  /** Seconds between samples of the series. */
  readonly scrape: number;
  /** Seconds between evaluations of the rule. */
  readonly interval: number;
  /** The fault begins: until then all is well. */
  readonly begins: number;
  /** No evaluation before this one may find it firing. */
  readonly notBefore: number;
  /** At this evaluation it fires. */
  readonly firesBy: number;
  /** The fault is over: from then on all is well again. */
  readonly ends: number;
  /** At this evaluation it is quiet again, unless it never clears. */
  readonly settled: number;
  /** The last sample. */
  readonly until: number;
}

/** A fault under which the alert fires, and the nearest course under which it stays quiet at every evaluation. */
export interface Proven extends Moments {
  readonly kind: 'derived';
  /** All is well, then the fault, then all is well again. */
  readonly fires: Course & { readonly expected: readonly Expected[] };
  /** The same time without the fault, or with one that is just too small. */
  readonly quiet: Course;
  /** Seconds from the beginning up to which it fires in both, as its windows are not full yet; nothing where it does not. */
  readonly warms?: number;
  /** Seconds from the beginning of the fault until it fires, as the engine reckons. */
  readonly firesAfter: number;
  /** Why it still fires once all is well again, where it does: a counter that is compared as it stands. */
  readonly neverClears?: string;
  /** Whether it is quiet only because series are left out: then nothing is said of its limits. */
  readonly isVacuous: boolean;
}

/** It fires whatever is, as a watchdog is meant to: there is nothing to keep it quiet by. */
export interface Standing {
  readonly kind: 'always fires';
  readonly scrape: number;
  readonly interval: number;
  readonly firesBy: number;
  readonly expected: readonly Expected[];
  /** Which part of it holds whatever is, where it reads series as if they mattered. */
  readonly why?: string;
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

export type Derivation = Proven | Standing | Underived;
