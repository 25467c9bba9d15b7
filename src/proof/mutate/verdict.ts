import type { Mutant } from './mutant.js';
import type { Placed } from '#proof/prove-estate.js';
import type { Noticed } from './trials.js';

/** A mutant, and by which scenario it was noticed; nothing where by none. */
export interface Tried extends Mutant {
  readonly noticedBy?: string;
}

/** What became of the mutants of one alert. */
export interface Verdict {
  readonly subject: Placed;
  readonly mutants: readonly Tried[];
  /** By what name its rule, its scenarios and its mutants are known together: see `contentName`. */
  readonly content: string;
}

export const verdictOf = (
  subject: Placed,
  content: string,
  mutants: readonly Mutant[],
  noticed: Noticed,
): Verdict => ({
  subject,
  content,
  mutants: mutants.map((mutant) => {
    const noticedBy = noticed.get(mutant.name);
    return { ...mutant, ...(noticedBy !== undefined && { noticedBy }) };
  }),
});

/** How many mutants were noticed, of those that are not equivalent. */
export interface Score {
  readonly noticed: number;
  readonly counted: number;
  readonly equivalent: number;
  /** Between 0 and 1; 1 where there is nothing to notice. */
  readonly share: number;
}

/** A mutant that is noticed after all is no equivalent, whatever was argued. */
export const isEquivalent = ({ equivalent, noticedBy }: Tried): boolean =>
  equivalent !== undefined && noticedBy === undefined;

/** Those that nothing noticed, and that something could. */
export const survivorsOf = ({ mutants }: Verdict): readonly Tried[] =>
  mutants.filter((mutant) => mutant.noticedBy === undefined && !isEquivalent(mutant));

/** The score of one alert, or of several together. */
export const scoreOf = (verdicts: readonly Verdict[]): Score => {
  const mutants = verdicts.flatMap((verdict) => verdict.mutants);
  const equivalent = mutants.filter(isEquivalent).length;
  const noticed = mutants.filter(({ noticedBy }) => noticedBy !== undefined).length;
  const counted = mutants.length - equivalent;
  return { noticed, counted, equivalent, share: counted === 0 ? 1 : noticed / counted };
};
