import { kept } from '#ground/cache.js';
import { type Program, programOf } from './tools/tool.js';
import type { AlertProof } from './files.js';
import { faultsOf } from './guard.js';
import { type Kept, keptIn, nothingKept } from './kept.js';
import { unprovable } from './needs.js';
import type { FileAnswer } from './promtool/answer.js';
import { askPromtool } from './promtool/run.js';
import { shares } from './shares.js';
import { type Judgement, judgementOf } from './verdict.js';
import { refusals } from './words/refusal.js';

/** One alert's proof, and what came of it. */
export interface Verdict extends AlertProof, Judgement {
  /** Why it does not hold, as a person reads it; nothing where it does. */
  readonly refused: readonly string[];
  /** Whether promtool had answered this very question before. */
  readonly kept: boolean;
}

export interface ProveOptions {
  /** The promtool that judges; the one in use by default. */
  readonly promtool?: Program;
  /** Asks promtool even where it has answered before. */
  readonly fresh?: boolean;
  /** How many promtools run side by side; 1 by default. */
  readonly jobs?: number;
  /** Where answers are kept; `.cache/proofs` by default. */
  readonly cacheFolder?: string;
  /** Told each verdict as soon as there is one. */
  readonly onVerdict?: (verdict: Verdict) => void;
}

/** Where answers of promtool are kept. */
export const answersFolder = (): string => kept('proofs');

/**
 * Runs proofs by the real promtool, each over a rule file of its own, unless it has answered the same before. One that this
 * promtool cannot run does not hold, and says which can.
 *
 * @returns A verdict for each proof, in their order.
 * @throws Error where there is no promtool, or where it says something that is not understood.
 */
export const prove = async (
  proofs: readonly AlertProof[],
  { promtool, fresh = false, jobs = 1, cacheFolder = answersFolder(), onVerdict }: ProveOptions = {},
): Promise<readonly Verdict[]> => {
  const program = promtool ?? (await programOf('promtool'));
  const kept = keptIn(cacheFolder, program);
  const verdicts = new Map<AlertProof, Verdict>();
  const tell = (proof: AlertProof, verdict: Verdict): void => {
    verdicts.set(proof, verdict);
    onVerdict?.(verdict);
  };
  const judge = (proof: AlertProof, answer: FileAnswer, found: boolean): void =>
    tell(proof, verdictOf(proof, answer, found));
  const provable = proofs.filter((proof) => {
    const why = unprovable(program.version, proof.needs);
    if (why !== undefined) tell(proof, { ...proof, ...judgementOf(proof, []), refused: [why], kept: false });
    // Of what has no proof there is nothing to ask.
    else if (proof.scenarios.length === 0)
      tell(proof, { ...proof, ...judgementOf(proof, []), refused: [], kept: true });
    return why === undefined && proof.scenarios.length > 0;
  });
  const unanswered = await answered(provable, fresh ? nothingKept : kept, judge);
  const queue = shares(unanswered, jobs);
  const work = async (): Promise<void> => {
    for (let share = queue.shift(); share !== undefined; share = queue.shift()) {
      const answers = await askPromtool(program, share);
      for (const [i, proof] of share.entries()) {
        const answer = answers[i] ?? [];
        await kept.keep(proof, answer);
        judge(proof, answer, false);
      }
    }
  };
  await Promise.all(Array.from({ length: jobs }, work));
  return proofs.flatMap((proof) => verdicts.get(proof) ?? []);
};

/** Judges what was answered before, and hands back the rest. */
const answered = async (
  proofs: readonly AlertProof[],
  kept: Kept,
  judge: (proof: AlertProof, answer: FileAnswer, found: boolean) => void,
): Promise<readonly AlertProof[]> => {
  const answers = await Promise.all(proofs.map(kept.find));
  return proofs.filter((proof, i) => {
    const answer = answers[i];
    if (answer !== undefined) judge(proof, answer, true);
    return answer === undefined;
  });
};

const verdictOf = (proof: AlertProof, answer: FileAnswer, kept: boolean): Verdict => {
  const judgement = judgementOf(proof, answer);
  return { ...proof, ...judgement, refused: [...faultsOf(proof), ...refusals(judgement)], kept };
};
