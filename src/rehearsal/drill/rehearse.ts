import type { Program } from '#proof/tools/tool.js';
import { reason } from '#proof/tools/reason.js';
import { withStage } from '#rehearsal/stage/stage.js';
import type { Chosen } from './chosen.js';
import { drill } from './drill.js';
import type { Drilled } from './result.js';

export interface Rehearsal {
  readonly pace: number;
  readonly silenced: boolean;
  /** Whether all faults of an application are there at once. */
  readonly together: boolean;
  readonly program?: Program;
  /** Called with what is waited for. */
  readonly preparing?: (what: string) => void;
}

/** Those that share a stage: all of an application, or each alone. */
const stagesOf = (chosen: readonly Chosen[], together: boolean): readonly (readonly Chosen[])[] =>
  together
    ? [...new Set(chosen.map(({ rehearsed }) => rehearsed))].map((rehearsed) =>
        chosen.filter((each) => each.rehearsed === rehearsed),
      )
    : chosen.map((each) => [each]);

/** What is told of alerts that were not heard because the stage could not be set. */
const unheard = (stage: readonly Chosen[], pace: number, error: unknown): readonly Drilled[] =>
  stage.map(({ rehearsed: { application, called }, fault }) => ({
    application: application.name,
    place: called.split('/')[0] ?? '',
    alert: fault.alert.name,
    words: fault.scenario.when,
    severity: fault.alert.severity,
    pace,
    releases: { prometheus: '', alertmanager: '' },
    began: Date.now(),
    ...{ steps: [], heard: [], outcome: 'nobody told', seconds: null, isRecorded: false },
    faults: [reason(error)],
  }));

/** How many stages are up at once: each waits most of the time. */
const atOnce = 6;

/** Rehearses alerts, each on a stage of its own unless together, several at once, and says what came of each, in their order. */
export const rehearse = async (
  chosen: readonly Chosen[],
  { pace, silenced, together, ...rest }: Rehearsal,
): Promise<readonly Drilled[]> => {
  const stages = stagesOf(chosen, together);
  const results: (readonly Drilled[])[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let i = next++; i < stages.length; i = next++) {
      const stage = stages[i] ?? [];
      const [first] = stage;
      if (!first) continue;
      const faults = stage.map(({ fault }) => fault);
      const staged = { rehearsed: first.rehearsed, factor: pace, breaking: faults, ...rest };
      results[i] = await withStage(staged, (on) => drill(on, faults, { silenced })).catch((error: unknown) =>
        unheard(stage, pace, error),
      );
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, stages.length) }, worker));
  return results.flat();
};
