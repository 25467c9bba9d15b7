import type { Code } from './codes/codes.js';
import { indented } from './indented.js';

/** One thing that is wrong, wherever it is found: by a function that makes a value, by a schema, by a law over the estate. */
export interface Fault {
  /** Where it stands in what is refused: `ports.grafana`; empty where it is the whole. */
  readonly where: string;
  /** The offending text; empty where nothing stands, or where it may be secret. */
  readonly what: string;
  /** Which kind of mistake it is, as `cheomseong explain` knows it. */
  readonly code: Code;
  /** Why it is refused, as a sentence that may quote the text. */
  readonly why: string;
  /** What to write instead. */
  readonly cure: string;
  /** Whether it is only to be told: it may be meant, and nothing is refused for it. */
  readonly isHint?: true;
  /** The alert of which it is told, where that was written elsewhere: whoever imports hundreds reads each kind once. */
  readonly imported?: string;
}

/** What is wrong with something that stands whole in a text, as a sentence. */
export type Reason = Pick<Fault, 'code' | 'why'>;

/** The same kind of mistake, told by each of these sentences. */
export const reasons = (code: Code, whys: readonly string[]): readonly Reason[] =>
  whys.map((why) => ({ code, why }));

/** Reasons without those whose sentence stands before. */
export const distinctReasons = (told: readonly Reason[]): readonly Reason[] => [
  ...new Map(told.map((each) => [each.why, each])).values(),
];

/** What the compiler refuses it calls by a number of its own. */
const bracketed = ({ code }: Fault): string => (code === 'type-error' ? '' : ` [${code}]`);

/** One fault as it is read: a line, and under it the offending text where the line does not quote it. */
const lines = (fault: Fault, isCoded = false): readonly string[] => {
  const { where, what, why, cure } = fault;
  const line = `${where === '' ? '' : `${where}: `}${why}${cure === '' ? '' : `; ${cure}`}`;
  const code = isCoded ? bracketed(fault) : '';
  return [`${line}${code}`, ...(line.includes(what) ? [] : indented(what, '    '))];
};

/** A fault by itself. */
export const oneFaultText = (fault: Fault): string => lines(fault).join('\n');

/**
 * All faults of a subject as a person reads them; a single one stands behind its subject.
 *
 * @param isCoded Whether each line ends in the code of its fault, as commands print it: `[window-too-short]`.
 */
export const faultText = (subject: string, faults: readonly Fault[], isCoded = false): string => {
  const told = faults.flatMap((fault) => lines(fault, isCoded));
  return faults.length === 1
    ? `${subject}: ${told.join('\n')}`
    : [`${subject}: ${faults.length} faults`, ...indented(told.join('\n'), '  ')].join('\n');
};

/** What stands below faults with their codes; nothing where none has one that is known. */
export const explained = (faults: readonly Fault[]): string =>
  faults.some(({ code }) => code !== 'type-error' && !code.startsWith('own'))
    ? '\ncheomseong explain CODE tells more of each.'
    : '';

/** Tells all faults at once; who catches it finds them as values. */
export class Refusal extends Error {
  constructor(
    text: string,
    readonly faults: readonly Fault[],
    /** What is refused; empty where each fault says so. */
    readonly subject = '',
  ) {
    super(text);
  }
}

/**
 * Refuses `subject` for all of its faults; does nothing where there are none.
 *
 * @param subject What is refused; a function, where that takes a while to say.
 * @throws Refusal
 */
export const refuse = (subject: string | (() => string), faults: readonly Fault[]): void => {
  if (faults.length === 0) return;
  const told = typeof subject === 'string' ? subject : subject();
  throw new Refusal(faultText(told, faults), faults, told);
};

/** The refusal of `subject` for a single fault, to be thrown. */
export const refusal = (subject: string, fault: Omit<Fault, 'where'>): Refusal => {
  const faults = [{ where: '', ...fault }];
  return new Refusal(faultText(subject, faults), faults, subject);
};

/** The same faults of something that stands at `place` in a larger one. */
export const below = (place: string, faults: readonly Fault[]): readonly Fault[] =>
  faults.map((fault) => ({ ...fault, where: fault.where === '' ? place : `${place}.${fault.where}` }));

/** What a check that throws would say of what stands at `where`; none where it does not throw. */
export const thrownBy = (where: string, check: () => unknown): readonly Fault[] => {
  try {
    check();
    return [];
  } catch (error) {
    if (error instanceof Refusal) return below(where, error.faults);
    return [
      {
        where,
        what: '',
        code: 'thrown',
        why: error instanceof Error ? error.message : String(error),
        cure: '',
      },
    ];
  }
};
