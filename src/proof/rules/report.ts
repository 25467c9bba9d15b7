import { type Fault, oneFaultText } from '#ground/fault.js';
import type { RouteTestResult } from '#proof/routes/run.js';
import type { Compared } from '#rules/against/compared.js';
import type { Finding, FindingKind } from '#rules/finding.js';
import type { Place } from '#rules/rule.js';
import { coverageOf } from './coverage.js';
import type { MutatedAlert } from './mutate/mutate.js';
import { placeOfPart } from './place.js';
import { scrapedTooSeldom } from './played.js';
import type { Routed } from './reach/told.js';
import type { OwnTestResult } from './tests/run.js';
import type { Judged } from './verdict.js';

/** What one promtool made of the alerts. */
export interface RulesRun {
  /** Its release, e.g. `2.42.0`. */
  readonly promtool: string;
  readonly alerts: readonly Judged[];
  /** What came of the tests that somebody wrote. */
  readonly tests: readonly OwnTestResult[];
  /** What became of mutants, where they were tried. */
  readonly mutants?: readonly MutatedAlert[];
}

/** All that was found out. */
export interface RulesReport {
  readonly runs: readonly RulesRun[];
  /** What is wrong with files as such. */
  readonly faults: readonly Fault[];
  /** Whether it is asked how far alerts are covered, and percent of them that must be. */
  readonly coverage?: { readonly threshold?: number };
  /** The revision of git since which the alerts have changed, where only such were asked for. */
  readonly since?: string;
  /** What the rules read, held against what is there, where somebody said where to look. */
  readonly against?: { readonly sources: readonly string[]; readonly compared: readonly Compared[] };
  /** Who is told, where files beside the rules say it. */
  readonly routed?: Routed;
  /** How long it took, in seconds. */
  readonly seconds: number;
}

/** What is to be told of a place, wherever it is told. */
export interface Told {
  readonly place: Place;
  readonly kind: FindingKind | 'unreadable' | 'test fails' | 'route fails';
  /** Whose it is: the name of an alert; empty where it is of a file. */
  readonly subject: string;
  /** `wrong` fails the run; `guess` is only told. */
  readonly weight: 'wrong' | 'guess';
  readonly why: string;
  readonly cure: string;
}

/** `ShopDown cannot fire`, as a title. */
export const titleOf = ({ subject, kind, weight }: Told): string =>
  `${subject === '' ? '' : `${subject}: `}${kind}${weight === 'guess' ? ' (a guess)' : ''}`;

/** Kinds that nobody need mend. */
const harmless: readonly FindingKind[] = ['not judged', 'empty by design'];

/** Whether something must be mended. */
export const isWrong = ({ kind, certainty }: Finding): boolean =>
  certainty === 'fact' && !harmless.includes(kind);

/** A proof at more scrapes than many make, where nobody said how many there are. */
const seldomOf = ({ verdict, asked }: Judged): readonly Finding[] => {
  const seldom = verdict.kind === 'proven' ? scrapedTooSeldom({ asked }, verdict.derived) : undefined;
  return seldom
    ? [{ kind: 'cannot fire', certainty: 'guess', cure: 'say how often with --scrape-interval', ...seldom }]
    : [];
};

/** What was found of an alert, first why it cannot fire. */
export const findingsOf = (judged: Judged): readonly Finding[] => {
  const { verdict, findings } = judged;
  return verdict.kind === 'cannot fire' || verdict.kind === 'refused'
    ? [
        { certainty: 'fact', cure: '', ...verdict, kind: verdict.kind },
        ...findings.filter(({ kind }) => kind !== verdict.kind),
      ]
    : [...seldomOf(judged), ...findings];
};

const ofAlert = (judged: Judged): readonly Told[] =>
  findingsOf(judged)
    .filter(({ kind }) => !harmless.includes(kind))
    .map((finding) => ({
      place: placeOfPart(judged.alert, finding.blame),
      kind: finding.kind,
      subject: judged.alert.name,
      weight: isWrong(finding) ? 'wrong' : 'guess',
      why: finding.why,
      cure: finding.cure,
    }));

const ofFile = ({ where, why, cure }: Fault): Told => {
  const [, file = where, line = '1'] = /^(.*?):(\d+)/.exec(where) ?? [];
  return { place: { file, line: Number(line) }, kind: 'unreadable', subject: '', weight: 'wrong', why, cure };
};

const ofTests = ({ tests: { file }, said }: OwnTestResult): Told => ({
  ...{ place: { file, line: 1 }, kind: 'test fails', subject: '', weight: 'wrong', why: said, cure: '' },
});

const ofRoute = ({ name, faults }: RouteTestResult): Told => ({
  ...{ place: { file: name, line: 1 }, kind: 'route fails', subject: name, weight: 'wrong', cure: '' },
  why: faults.map(oneFaultText).join('; '),
});

/** All that is to be mended or thought about, by promtool the same once. */
export const toldOf = ({ runs, faults, routed }: RulesReport): readonly Told[] => {
  const all = [
    ...faults.map(ofFile),
    ...(routed?.tests ?? []).filter((each) => each.faults.length > 0).map(ofRoute),
    ...runs.flatMap(({ alerts, tests }) => [
      ...alerts.flatMap(ofAlert),
      ...tests.filter(({ holds }) => !holds).map(ofTests),
    ]),
  ];
  return [...new Map(all.map((each) => [JSON.stringify(each), each])).values()];
};

/** Whether fewer alerts are covered than must be, by any of the promtools. */
export const isBelow = ({ runs, coverage }: RulesReport): boolean =>
  runs.some(({ alerts }) => coverageOf(alerts).percent < (coverage?.threshold ?? 0));
