/** What a real program answered to a scrape: a file of test/expositions, by which tests hold these numbers. */
export interface Fact {
  /** The program and its release. */
  readonly program: string;
  /** Where the answer is recorded. */
  readonly exposition: string;
  /** Names that catalogues of it declare, by which a scrape of it is known. */
  readonly marks: readonly [string, ...string[]];
  /** How many series it had beside those that its catalogues declare. */
  readonly others: number;
  /**
   * How many series it had of a metric with labels, by the name under which it is stored: of a small server with nothing to do. Nothing of
   * libraries, whose labels are those of the program that uses them.
   */
  readonly series: Readonly<Record<string, number>>;
}
