import { setImmediate } from 'node:timers/promises';
import type { Asked, Derivation } from '#derive/derivation.js';
import { derive } from '#derive/derive.js';
import { shared } from '#ground/cache.js';
import { keptIn, nothingKept } from '#proof/kept.js';
import type { FileAnswer, Question } from '#proof/promtool/answer.js';
import { askPromtool } from '#proof/promtool/run.js';
import { reason } from '#proof/tools/reason.js';
import type { Program } from '#proof/tools/search.js';
import { judgementOf } from './judgement.js';
import { loadQuestion, questionOf } from './question.js';
import { type Subject, isAsked } from './subject.js';
import { type Verdict, refusedOr, underived, verdictOf } from './verdict.js';

export interface ProveRulesOptions {
  readonly promtool: Program;
  /** Asks promtool even where it has answered before. */
  readonly fresh: boolean;
  /** How many promtools run side by side. */
  readonly jobs: number;
  /** Told each alert as soon as it is judged. */
  readonly onJudged?: (subject: Subject) => void;
}

/** What promtool is asked of an alert, and what follows from its answer. */
interface Pending {
  readonly subject: Subject;
  readonly question: Question;
  readonly judged: (answer: FileAnswer) => Verdict;
  readonly evaluations: number;
}

/** So many evaluations take promtool much longer than to start. */
const worthACall = 6_000;

/** How many evaluations it takes promtool to answer. */
const evaluationsOf = ({ until, interval }: { readonly until: number; readonly interval: number }): number =>
  (2 * until) / interval;

/** Where answers are kept: beside the programs that were fetched, since nothing is left in the folder of the rules. */
export const answersOfRules = (): string => shared('rules');

const derivationOf = (asked: Asked): Derivation => {
  try {
    return derive(asked);
  } catch (error) {
    return { kind: 'not judged', why: reason(error) };
  }
};

/** What promtool is to be asked of an alert; what there is to say of it where there is nothing to ask. */
const pendingOf = (subject: Subject, { text }: Program['version']): Pending | Verdict => {
  const { asked } = subject;
  if (!isAsked(asked))
    return asked.isWrong
      ? {
          subject,
          question: loadQuestion(subject),
          judged: (answer) => refusedOr(asked, answer, text),
          evaluations: 1,
        }
      : { kind: 'not judged', why: asked.why };
  const derivation = derivationOf(asked);
  if (derivation.kind !== 'derived' && derivation.kind !== 'always fires')
    return underived(subject, derivation);
  return {
    subject,
    question: questionOf(subject, derivation),
    judged: (answer) => verdictOf(subject, derivation, judgementOf(derivation, answer), text),
    evaluations: derivation.kind === 'derived' ? evaluationsOf(derivation) : 1,
  };
};

/**
 * Derives a proof of each alert, and has the real promtool run it unless it has answered the same before. While promtool judges some, others are
 * derived.
 *
 * @returns A verdict for each alert, in their order.
 * @throws Error where promtool says something that is not understood.
 */
export const proveRules = async (
  subjects: readonly Subject[],
  { promtool, fresh, jobs, onJudged }: ProveRulesOptions,
): Promise<readonly Verdict[]> => {
  const kept = keptIn(answersOfRules(), promtool);
  const { find } = fresh ? nothingKept : kept;
  const verdicts = new Map<Subject, Verdict>();
  const tell = (subject: Subject, verdict: Verdict): void => {
    verdicts.set(subject, verdict);
    onJudged?.(subject);
  };
  const judge = ({ subject, judged }: Pending, answer: FileAnswer): void => tell(subject, judged(answer));

  const ask = async (share: readonly Pending[]): Promise<void> => {
    const answers = await askPromtool(
      promtool,
      share.map(({ question }) => question),
    );
    for (const [i, pending] of share.entries()) {
      const answer = answers[i] ?? [];
      await kept.keep(pending.question, answer);
      judge(pending, answer);
    }
  };

  const running = new Set<Promise<void>>();
  const failed: unknown[] = [];
  const begin = async (share: readonly Pending[]): Promise<void> => {
    while (running.size >= jobs) await Promise.race(running);
    if (share.length === 0 || failed.length > 0) return;
    const asked = ask(share)
      .catch((error: unknown) => void failed.push(error))
      .finally(() => running.delete(asked));
    running.add(asked);
  };

  let waiting: readonly Pending[] = [];
  for (const subject of subjects) {
    const pending = pendingOf(subject, promtool.version);
    const before = 'question' in pending ? await find(pending.question) : undefined;
    if (!('question' in pending)) tell(subject, pending);
    else if (before) judge(pending, before);
    else waiting = [...waiting, pending];
    if (waiting.reduce((sum, { evaluations }) => sum + evaluations, 0) >= worthACall) {
      await begin(waiting);
      waiting = [];
    }
    // promtools that end are heard in between
    await setImmediate();
  }
  await begin(waiting);
  await Promise.all(running);
  if (failed.length > 0) throw failed[0];
  return subjects.flatMap((subject) => verdicts.get(subject) ?? []);
};
