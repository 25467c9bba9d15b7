import type { LogLevel, StructuredMetadata } from '#logql/labels.js';
import type { Entry } from '#logql/evaluate.js';

/** What a program writes in a scenario: so many lines a second while all is well, while the fault lasts, and afterwards. */
export interface Writing {
  readonly app: string;
  readonly level: LogLevel;
  /** That of the streams that are read, unless said. */
  readonly namespace?: string;
  readonly metadata?: Readonly<Partial<Record<StructuredMetadata, string>>>;
  readonly line?: string;
  readonly perSecond: { readonly was: number; readonly becomes: number; readonly then?: number };
}

/** A program that writes lines of one level at a pace. */
export const writes = (
  { app, level, ...others }: Omit<Writing, 'perSecond'>,
  perSecond: Writing['perSecond'],
): Writing => ({ app, level, ...others, perSecond });

/** When what happens, in seconds: the fault begins at 0. */
export interface Course {
  readonly begins: number;
  readonly lasts: number;
  readonly ends: number;
}

/** Lines at an even pace, the last of them at the end. */
const evenly = (from: number, to: number, perSecond: number): readonly number[] =>
  perSecond === 0
    ? []
    : Array.from(
        { length: Math.floor((to - from) * perSecond + 1e-9) },
        (_, i) => from + (i + 1) / perSecond,
      );

/** The lines that are written over a course, in their order. */
export const entriesOf = (
  writings: readonly Writing[],
  { begins, lasts, ends }: Course,
  namespace: string,
): readonly Entry[] =>
  writings
    .flatMap(({ app, level, namespace: other = namespace, metadata = {}, line = '', perSecond }): Entry[] => {
      const { was, becomes, then = was } = perSecond;
      return [...evenly(begins, 0, was), ...evenly(0, lasts, becomes), ...evenly(lasts, ends, then)].map(
        (at) => ({ at, labels: { namespace: other, app, level }, metadata, line }),
      );
    })
    .sort((a, b) => a.at - b.at);
