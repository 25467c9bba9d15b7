/** A kind of mistake, as `cheomseong explain` tells of it. */
export interface Kind {
  /** What it is, in a sentence. */
  readonly is: string;
  /** Why that is wrong: what would come of it. */
  readonly why: string;
  /** The mistake in a few lines, as somebody writes it. */
  readonly wrong: string;
  /** The same as it is meant. */
  readonly right: string;
  /** Its numbers in docs/mistakes.md. */
  readonly mistakes: readonly number[];
  /** Why its example is not run by the tests, where nothing of it can be: they refuse `wrong` by its code and accept `right`. */
  readonly notRun?: string;
}

/** Kinds by their codes, of one theme. */
export type Kinds = Readonly<Record<string, Kind>>;

/** The kinds of one theme. */
export const theme = <const K extends string>(kinds: Readonly<Record<K, Kind>>): Readonly<Record<K, Kind>> =>
  kinds;
