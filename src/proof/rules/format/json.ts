import { inline } from '#promql/expr/inline.js';
import { coverageOf } from '#proof/rules/coverage.js';
import type { MutatedAlert } from '#proof/rules/mutate/mutate.js';
import { placeOfPart } from '#proof/rules/place.js';
import { type RulesReport, type RulesRun, findingsOf } from '#proof/rules/report.js';
import type { Judged } from '#proof/rules/verdict.js';

const proof = ({ verdict }: Judged): object => {
  switch (verdict.kind) {
    case 'proven': {
      const { derived, detected, told } = verdict;
      return {
        /** Seconds from the beginning of the fault until it fires. */
        firesAfterSeconds: detected ?? null,
        firesAt: derived.fires.said,
        /** What those are held against, the same in both. */
        firesWhile: derived.fires.beside,
        /** What the expression comes to then. */
        values: derived.fires.expected.map(({ value }) => value),
        quietAt: derived.quiet.said,
        told,
        derived: { ...derived, ...(detected === undefined && { firesAfter: null }) },
      };
    }
    case 'always fires':
      return { told: verdict.told, why: verdict.derived.why };
    default:
      return { why: verdict.why, certainty: verdict.certainty };
  }
};

const alert = (judged: Judged): object => ({
  file: judged.alert.place.file,
  line: judged.alert.place.line,
  group: judged.group.name,
  alert: judged.alert.name,
  expr: judged.alert.expr,
  verdict: judged.verdict.kind,
  ...proof(judged),
  ownTests: judged.covered,
  findings: findingsOf(judged).map(({ blame, ...finding }) => ({
    ...finding,
    ...(blame && { blame: inline(blame) }),
    line: placeOfPart(judged.alert, blame).line,
  })),
});

const mutated = ({ judged, mutants, equivalent, byDerived, byOwn, untried }: MutatedAlert): object => ({
  file: judged.alert.place.file,
  alert: judged.alert.name,
  equivalent,
  untried,
  mutants: mutants.map((mutant) => {
    const { name, kind, before, after, within, record } = mutant;
    return {
      ...{ kind, before, after, within, record },
      ...(byDerived && { noticedByDerived: byDerived.has(name) }),
      ...(byOwn && record === undefined && { noticedByOwnTests: byOwn.has(name) }),
    };
  }),
});

const run = ({ promtool, alerts, tests, mutants }: RulesRun): object => {
  const { derived, own, none, aside, percent } = coverageOf(alerts);
  return {
    promtool,
    alerts: alerts.map(alert),
    ownTests: tests.map(({ tests: { file }, holds, said }) => ({ file, holds, said })),
    coverage: {
      percent,
      derived: derived.length,
      ownTests: own.length,
      none: none.length,
      emptyByDesign: aside.length,
    },
    ...(mutants && { mutants: mutants.map(mutated) }),
  };
};

/** Everything, for programs. */
export const jsonText = ({ runs, faults, against, routed, seconds }: RulesReport): string =>
  `${JSON.stringify(
    {
      version: 1,
      seconds,
      faults,
      runs: runs.map(run),
      ...(routed && {
        routed: {
          alerts: routed.reached.map(({ alert: { name, place }, ...reach }) => ({
            ...place,
            alert: name,
            ...reach,
          })),
          idle: routed.idle,
          tests: routed.tests,
        },
      }),
      ...(against && {
        against: {
          sources: against.sources,
          metrics: against.compared.map(({ readBy, missing, ...metric }) => ({
            ...metric,
            readBy: readBy.map(({ name }) => name),
            missing: missing.map(({ askedBy, ...each }) => ({
              ...each,
              askedBy: askedBy.map(({ name }) => name),
            })),
          })),
        },
      }),
    },
    null,
    2,
  )}\n`;
