import type { Proven, Standing } from '#derive/derivation.js';
import type { FileAnswer } from '#proof/promtool/answer.js';
import { type Complaint, type FiringAlert, complaintIn } from '#proof/promtool/complaint.js';
import { type Fired, firedIn, testOfWitness } from '#proof/witness.js';
import { momentText, timeText } from '#proof/words/time.js';
import { testNames } from './question.js';

/** What promtool has seen of a test. */
interface Seen {
  /** When the alert fired; nothing where the test was not played to its end. */
  readonly fired?: readonly Fired[];
  /** The alerts that fire at the moment at which it must. */
  readonly told: readonly FiringAlert[];
  readonly errors: readonly string[];
}

/** What promtool makes of a derivation. */
export interface Judgement {
  /** Why it does not hold by promtool, as sentences without their ends; nothing where it does. */
  readonly against: readonly string[];
  /** Why promtool does not load the rules, so that Prometheus does not either; nothing where it does. */
  readonly refused?: string;
  /** Why promtool does not play what was derived, though it loads the rules; nothing where it does. */
  readonly stopped?: string;
  /** When it fired first and last, in seconds since the beginning of the test. */
  readonly fired: { readonly first: number; readonly last: number };
  /** The alerts that fire, as people are told of them. */
  readonly told: readonly FiringAlert[];
}

const seenOf = (test: string, answer: FileAnswer): Seen => {
  const said = answer
    .filter((each) => each.test === test || each.test === undefined)
    .flatMap(({ complaints }) => complaints.map(complaintIn));
  const witnessed = said.find(
    (each): each is Complaint & { readonly about: 'samples' } =>
      each.about === 'samples' && testOfWitness(each.expr) === test,
  );
  return {
    ...(witnessed && { fired: firedIn(witnessed.got, 0) }),
    told: said.flatMap((each) => (each.about === 'alerts' ? each.got : [])),
    errors: said.flatMap((each) => (each.about === 'error' ? [errorText(each.text)] : [])),
  };
};

/** An error without the place in a file that nobody has. */
const errorText = (text: string): string =>
  [
    ...new Set(
      text
        .replace(/^\S+\.json: (\d+:\d+: )?/gm, '')
        .replace(/^\s*rule: .*?, time: \S+, err: /gm, '')
        .split('\n')
        .map((line) => line.trim()),
    ),
  ].join('; ');

/** How promtool begins where it does not load a rule: with a group that only the proof has, and the rule's place in that. */
const ofLoading = /(?<=^|; )group "[^"]*", rule \d+, /;

/** What promtool says of a rule that it does not load, by the rule's name alone. */
const loadText = (text: string): string => text.replaceAll(new RegExp(ofLoading, 'g'), '');

const firesFaults = ({ fired = [], told }: Seen, derived: Proven): readonly string[] => {
  const { begins, notBefore, firesBy, ends, settled, neverClears } = derived;
  const early = fired.find(({ first }) => first < notBefore);
  const late = fired.find(({ last }) => last >= settled);
  return [
    ...(told.length === 0 || fired.length === 0 ? [`it does not fire ${momentText(firesBy, begins)}`] : []),
    ...(early ? [`it fires ${momentText(early.first, begins)}`] : []),
    ...(late && neverClears === undefined
      ? [`it still fires ${timeText(settled - ends)} after all is well again`]
      : []),
  ];
};

/** What promtool says of a derivation: of all of it, promtool has the last word. */
export const judgementOf = (derived: Proven | Standing, answer: FileAnswer): Judgement => {
  const fires = seenOf(testNames.fires, answer);
  const quiet = derived.kind === 'derived' ? seenOf(testNames.quiet, answer) : undefined;
  const [error] = [...fires.errors, ...(quiet?.errors ?? [])];
  const isPlayed = fires.fired !== undefined && (quiet === undefined || quiet.fired !== undefined);
  const against = [
    ...(isPlayed ? [] : ['it was not played to its end']),
    ...(derived.kind === 'derived' ? firesFaults(fires, derived) : []),
    ...(derived.kind === 'always fires' && fires.told.length === 0 ? ['it does not fire'] : []),
    ...(quiet?.fired?.slice(0, 1).map(() => 'it fires at the border at which it is to stay quiet') ?? []),
  ];
  return {
    against,
    ...(error !== undefined && (ofLoading.test(error) ? { refused: loadText(error) } : { stopped: error })),
    fired: {
      first: Math.min(...(fires.fired ?? []).map(({ first }) => first)),
      last: Math.max(...(fires.fired ?? []).map(({ last }) => last)),
    },
    told: fires.told,
  };
};

/** Why promtool does not take rules; nothing where it does. */
export const errorOf = (answer: FileAnswer): string | undefined => {
  const [error] = seenOf(testNames.fires, answer).errors;
  return error && loadText(error);
};
