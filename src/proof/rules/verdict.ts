import type { Derivation, Proven, Standing } from '#derive/derivation.js';
import { seemsNeverToFire } from '#derive/reason/cannot-fire.js';
import { cannotMature } from '#derive/reason/cannot-mature.js';
import type { Expr } from '#promql/expr/ast.js';
import type { FiringAlert } from '#proof/promtool/complaint.js';
import type { Certainty, Finding } from '#rules/finding.js';
import type { FileAnswer } from '#proof/promtool/answer.js';
import { type Judgement, errorOf } from './judgement.js';
import { readsItself } from './of-itself.js';
import { isCoarser, scrapedTooSeldom } from './played.js';
import { sentenceOf } from './sentence.js';
import { type Subject, type Unread, isAsked } from './subject.js';
import type { Covered } from './tests/covered.js';

/** It fires under a fault, and stays quiet at the border: promtool has seen both. */
export interface ProvenVerdict {
  readonly kind: 'proven';
  readonly derived: Proven;
  /** Seconds from the beginning of the fault until it fires; nothing where it was played more coarsely than asked for, which tells no time. */
  readonly detected: number | undefined;
  /** When it fired first and last, in seconds since the beginning of the test. */
  readonly fired: { readonly first: number; readonly last: number };
  /** The alerts that fire, as people are told of them. */
  readonly told: readonly FiringAlert[];
}

/** It fires whatever is, as promtool has seen. */
export interface StandingVerdict {
  readonly kind: 'always fires';
  readonly derived: Standing;
  readonly told: readonly FiringAlert[];
}

/** Nothing was proven of it. */
export interface Unproven {
  readonly kind: 'cannot fire' | 'cannot mature' | 'empty by design' | 'not found' | 'not judged' | 'refused';
  /** The smallest part that is to blame, where one is. */
  readonly blame?: Expr;
  /** A sentence without its end. */
  readonly why: string;
  /** `guess` where it hangs on what nobody said. */
  readonly certainty?: Certainty;
}

/** What came of an alert. */
export type Verdict = ProvenVerdict | StandingVerdict | Unproven;

/** An alert, and what came of it. */
export interface Judged extends Subject {
  readonly verdict: Verdict;
  /** What else is found of it. */
  readonly findings: readonly Finding[];
  /** What tests that somebody wrote say of it. */
  readonly covered: Covered;
}

export type Holding = Judged & { readonly verdict: ProvenVerdict };
/** Whether an alert's derived proof holds by promtool. */
export const isProven = (judged: Judged): judged is Holding => judged.verdict.kind === 'proven';

/** What was not found may be nowhere: where metrics are what their names say, or since what it asks for does not last. */
const seeming = ({ asked }: Subject, derivation: Exclude<Derivation, Proven | Standing>): Unproven => {
  if (derivation.kind !== 'not found' || !isAsked(asked)) return derivation;
  const seems = seemsNeverToFire(asked);
  if (seems !== undefined) return { kind: 'cannot fire', certainty: 'guess', ...seems };
  const weaknesses = cannotMature(asked);
  const weakness = weaknesses.find(({ certainty }) => certainty === 'fact') ?? weaknesses[0];
  if (weakness === undefined) return derivation;
  const { certainty, blame } = weakness;
  return { kind: 'cannot mature', certainty, blame, why: sentenceOf(weakness) };
};

/** What there is to say of an alert of which nothing was derived. */
export const underived = (subject: Subject, derivation: Exclude<Derivation, Proven | Standing>): Unproven => {
  const { emptyByDesign } = subject.alert;
  if (derivation.kind !== 'cannot fire') return seeming(subject, derivation);
  return emptyByDesign === undefined ? derivation : { kind: 'empty by design', why: emptyByDesign };
};

/** What there is to say of an alert once promtool has judged what was derived of it. */
export const verdictOf = (
  subject: Subject,
  derived: Proven | Standing,
  { against, refused, stopped, fired, told: asProven }: Judgement,
  promtool: string,
): Verdict => {
  const { name } = subject.alert;
  const told = asProven.map((each) => ({ ...each, labels: { ...each.labels, alertname: name } }));
  if (refused !== undefined) return { kind: 'refused', why: `promtool ${promtool} says: ${refused}` };
  if (stopped !== undefined) {
    const itself = readsItself(subject, stopped);
    return itself
      ? { kind: 'refused', blame: itself.blame, why: `${itself.why} (promtool ${promtool} says: ${stopped})` }
      : { kind: 'not judged', why: `promtool ${promtool} does not play what was derived: ${stopped}` };
  }
  if (against.length > 0)
    return {
      kind: 'not found',
      why: `a fault was derived, but by promtool ${promtool} ${against.join(', and ')}`,
    };
  if (derived.kind === 'always fires') return { kind: 'always fires', derived, told };
  const { isScrapeTold, alert } = subject;
  const seldom = scrapedTooSeldom(subject, derived);
  if (seldom === undefined || !isScrapeTold) {
    const detected = isCoarser(subject, derived) ? undefined : fired.first - derived.begins;
    return { kind: 'proven', derived, detected, fired, told };
  }
  return alert.emptyByDesign === undefined
    ? { kind: 'cannot fire', certainty: 'guess', ...seldom }
    : { kind: 'empty by design', why: alert.emptyByDesign };
};

/** What there is to say of an alert whose text seems wrong: promtool tells whether it is. */
export const refusedOr = ({ why }: Unread, answer: FileAnswer, promtool: string): Unproven => {
  const said = errorOf(answer);
  return said === undefined
    ? { kind: 'not judged', why }
    : { kind: 'refused', why: `${why} (promtool ${promtool} says: ${said})` };
};
