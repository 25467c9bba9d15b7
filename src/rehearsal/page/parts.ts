import type { Part } from '#browser/wire/rehearsal.js';
import { unrehearsable } from '#rehearsal/drill/chosen.js';
import type { SimulatedFault } from '#rehearsal/life/fault.js';
import type { Life } from '#rehearsal/life/life.js';
import type { Target } from '#rehearsal/life/targets.js';

/** The job of the target that shows a fault; nothing of one that no target shows. */
const partOf = ({ id }: SimulatedFault, targets: readonly Target[]): string | undefined =>
  targets.find(({ families, up }) =>
    [...families.flatMap(({ series }) => series), ...up].some(({ fault }) => fault?.id === id),
  )?.job;

/** The faults that may be pressed, by the part of the application, or of the platform, in which they are. */
export const partsOf = (
  faults: readonly SimulatedFault[],
  targets: readonly Target[],
  life: Pick<Life, 'isOn'>,
): readonly Part[] => {
  const jobs = [...new Set(targets.map(({ job }) => job))];
  const placed = faults
    .filter((fault) => unrehearsable(fault) === undefined)
    .map((fault) => ({ fault, job: partOf(fault, targets) }));
  return jobs
    .map((name) => ({
      name,
      faults: placed
        .filter(({ job }) => job === name)
        .map(({ fault }) => ({
          id: fault.id,
          alert: fault.alert.name,
          words: fault.scenario.when,
          severity: fault.alert.severity,
          isOn: life.isOn(fault),
        })),
    }))
    .filter((part) => part.faults.length > 0);
};
