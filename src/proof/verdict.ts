import type { AlertProof } from './files.js';
import type { FileAnswer } from './promtool/answer.js';
import { type Complaint, complaintIn } from './promtool/complaint.js';
import type { Staged } from './staged.js';
import { type Fired, firedIn, testOfWitness } from './witness.js';

/** What came of one scenario. */
export interface Outcome {
  readonly scenario: Staged;
  /** What promtool has against it; nothing where it holds. */
  readonly complaints: readonly Complaint[];
  /** The alerts that fired while it was played, the earliest first. */
  readonly fired: readonly Fired[];
  /** Whether it was played to its end. */
  readonly played: boolean;
}

/** What promtool says of a proof, scenario by scenario, and what it says of none of them. */
export interface Judgement {
  readonly outcomes: readonly Outcome[];
  readonly others: readonly Complaint[];
}

export const judgementOf = ({ scenarios }: AlertProof, answer: FileAnswer): Judgement => {
  const known = new Set(scenarios.map(({ test }) => test));
  const outcomes = scenarios.map((scenario): Outcome => {
    const said = answer
      .filter(({ test }) => test === scenario.test)
      .flatMap(({ complaints }) => complaints.map(complaintIn));
    const isWitness = (complaint: Complaint): complaint is Complaint & { readonly about: 'samples' } =>
      complaint.about === 'samples' && testOfWitness(complaint.expr) === scenario.test;
    const seen = said.find(isWitness);
    return {
      scenario,
      complaints: said.filter((complaint) => !isWitness(complaint)),
      fired: seen === undefined ? [] : firedIn(seen.got, scenario.time.start ?? 0),
      played: seen !== undefined,
    };
  });
  const others = answer.filter(({ test }) => test === undefined || !known.has(test));
  return { outcomes, others: others.flatMap(({ complaints }) => complaints.map(complaintIn)) };
};

/** Whether a scenario came out as the proof says. */
export const holds = ({ complaints, played }: Outcome): boolean => played && complaints.length === 0;

/** Seconds from the beginning of the fault until the alert fires, in the first scenario in which it must; nothing where it does not. */
export const timeToDetect = ({ outcomes }: Judgement): number | undefined => {
  const first = outcomes.find(({ scenario }) => scenario.kind === 'fires');
  const [alert] = first?.fired ?? [];
  return first === undefined || alert === undefined ? undefined : alert.first - first.scenario.time.begins;
};
