import type { Plain } from '#application/later/question.js';
import type { Fault } from '#ground/fault.js';
import { alone } from './alone.js';
import { type Apart, type Judged, type Law, type OwnLaw, coded } from './law.js';

/** A law by its two steps, which it is wherever it is asked, and by what it says of a place as it is where these do not tell. */
export const inSteps = (apart: Apart, whole: OwnLaw = () => []): Law =>
  Object.assign((judged: Judged) => apart.judge(alone(judged).map(apart.summary)) ?? coded(whole)(judged), {
    apart,
  });

/** What an application says of which nothing is to be said. */
const silent = '';

/** Faults as they are kept: of most there is none, which is no text to read. */
const textOf = (faults: readonly Fault[]): string => (faults.length === 0 ? silent : JSON.stringify(faults));
const faultsIn = (text: string): readonly Fault[] => (text === silent ? [] : JSON.parse(text));

/** A law that says of several applications what it says of each, and of what is beside them what it says of that alone. */
export const inEach = (law: OwnLaw): Law =>
  inSteps({
    summary: (one) => textOf(coded(law)(one)),
    judge: (summaries) => summaries.flatMap(faultsIn),
    mute: () => silent,
  });

/** A law of a place, or of its cluster, that says the same for each of its applications: it is told once. */
export const ofThePlace = (law: OwnLaw): Law =>
  inSteps({
    summary: (one) => textOf(coded(law)(one)),
    judge: (summaries) => faultsIn(summaries.find((each) => each !== silent) ?? silent),
    mute: () => silent,
  });

/** How a law is said that holds applications against each other. */
interface Across<S> {
  /** What it must know of one application: nothing of one that can have to do with no other. */
  readonly summary: (one: Judged) => (S & Plain<S>) | undefined;
  /** What it says, of what it knows of each of which there is something to know; nothing where that does not tell. */
  readonly judge: (summaries: readonly S[]) => readonly Fault[] | undefined;
  /** What it says then, of the place as it is. */
  readonly whole?: OwnLaw;
  /** What it would know if no rule of the application were looked at; all of it unless given. */
  readonly mute?: (summary: S) => S | undefined;
}

/** A law that holds applications against each other, by what it must know of each: plain data. */
export const across = <S>({ summary, judge, whole, mute = (known) => known }: Across<S>): Law => {
  const written = (known: S | undefined): string => (known === undefined ? silent : JSON.stringify(known));
  const apart: Apart = {
    summary: (one) => written(summary(one)),
    judge: (texts) =>
      judge(texts.flatMap((text): readonly S[] => (text === silent ? [] : [JSON.parse(text)]))),
    mute: (text) => (text === silent ? silent : written(mute(JSON.parse(text)))),
  };
  return inSteps(apart, whole);
};

/** A list as a summary: nothing where nothing is in it. */
export const orNothing = <T>(list: readonly T[]): readonly T[] | undefined =>
  list.length === 0 ? undefined : list;
