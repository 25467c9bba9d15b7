/** Labels of a series; what is empty is not there. `__name__` among them where an expression has kept it. */
export type LabelSet = Readonly<Record<string, string>>;

/** A series that is made up to search with. */
export interface Series {
  readonly name: string;
  readonly labels: LabelSet;
  /** Its sample at a scrape, in seconds since the beginning; nothing where there is none, which ends it until the next. */
  readonly at: (seconds: number) => number | undefined;
}

/** Series that are scraped every so many seconds from 0 on. */
export interface World {
  readonly series: readonly Series[];
  readonly interval: number;
}

/** One series of a result. */
export interface Sample {
  readonly labels: LabelSet;
  readonly value: number;
}

/** What an expression reads at a moment: a number, a text, or series. */
export type Value = number | string | readonly Sample[];
