interface TextFile {
  readonly name: string;
  readonly text: string;
}
/** What promtool is asked: whether tests hold over the rules that they name. */
export interface Question {
  readonly rules: TextFile;
  readonly tests: TextFile;
  /** Tests that are evaluated less often. */
  readonly seldom?: TextFile;
}

/** What promtool has against one test of a file, each complaint in its own words. */
export interface TestAnswer {
  /** The test; nothing where promtool does not say which it speaks of. */
  readonly test?: string;
  readonly complaints: readonly string[];
}

/** What promtool has against a file of tests: nothing of a test that holds. */
export type FileAnswer = readonly TestAnswer[];
