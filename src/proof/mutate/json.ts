import { type Tried, type Verdict, isEquivalent, scoreOf } from './verdict.js';

/** Scores and mutants for machines. */
export const verdictsJson = (verdicts: readonly Verdict[]): object => ({
  estate: scoreOf(verdicts),
  alerts: verdicts.map((verdict) => ({
    application: verdict.subject.context.application,
    alert: verdict.subject.alert.name,
    ...scoreOf([verdict]),
    mutants: verdict.mutants.map(mutantJson),
  })),
});

const mutantJson = (mutant: Tried): object => {
  const { name, kind, before, after, within, record, noticedBy, equivalent } = mutant;
  return {
    name,
    kind,
    before,
    after,
    within,
    record,
    status: isEquivalent(mutant) ? 'equivalent' : noticedBy === undefined ? 'survived' : 'noticed',
    noticedBy,
    ...(isEquivalent(mutant) && { reason: equivalent }),
  };
};
