import type { Expr } from '#promql/expr/ast.js';
import { Refused } from './refused.js';
import type { Scene } from './scene.js';
import type { LabelSet, Sample } from './world.js';

/** Samples of one series that lie in a window: those of its lists from one index up to before another. */
export interface Stretch {
  readonly labels: LabelSet;
  /** Milliseconds. */
  readonly times: readonly number[];
  readonly values: readonly number[];
  readonly from: number;
  readonly to: number;
}

/** A window, in milliseconds. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a function makes of the samples of a series in a window; nothing where they are too few. */
export type OverTime = (
  stretch: Stretch,
  window: { readonly span: Span; readonly now: number; readonly scene: Scene },
  /** The numbers that the function takes beside. */
  numbers: readonly number[],
) => number | undefined;

/** What is read at a moment, in milliseconds. */
export type Read<Made> = (scene: Scene, at: number) => Made;

export interface ScalarReading {
  readonly type: 'scalar';
  readonly read: Read<number>;
}
export interface VectorReading {
  readonly type: 'vector';
  readonly read: Read<readonly Sample[]>;
  /** When its samples were scraped, in seconds, where it is series as they stand. */
  readonly scraped?: Read<readonly Sample[]>;
}
export interface MatrixReading {
  readonly type: 'matrix';
  readonly read: Read<readonly Stretch[]>;
  readonly span: (at: number) => Span;
}
export interface StringReading {
  readonly type: 'string';
  readonly text: string;
}

/** An expression made ready to be read at many moments of many worlds, by Prometheus's types of values. */
export type Reading = ScalarReading | VectorReading | MatrixReading | StringReading;

/** An argument with what has been made ready of it. */
export interface Argument {
  readonly expr: Expr;
  readonly reading: Reading;
}

/**
 * Series of which no two have the same labels.
 *
 * @throws Refused where two have, as Prometheus refuses them.
 */
export const distinct = (samples: readonly Sample[]): readonly Sample[] => {
  for (let i = 1; i < samples.length; i++)
    for (let j = 0; j < i; j++)
      if (samples[i]?.labels === samples[j]?.labels)
        throw new Refused('two series of what is read have the same labels');
  return samples;
};
