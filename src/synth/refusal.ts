import { byKey } from '#ground/by-key.js';
import { type Fault, Refusal, faultText } from '#ground/fault.js';

/**
 * Whose fault it is. What is at fault stands in a folder of its application, as a construct, `observer/rules`, or as a file,
 * `apps/observer/alerts.ts:7:3`; other files are of the whole estate.
 */
export const applicationOf = ({ where }: Fault): string => {
  const [, folder] = /^apps\/([^/:]+)\//.exec(where) ?? [];
  if (folder !== undefined) return folder;
  return /^[^: ]+\.ts(:|$)/.test(where) ? 'estate' : (where.split('/')[0] ?? '');
};

/** Faults as a person reads them, application by application. */
export const estateText = (faults: readonly Fault[], isCoded = false): string =>
  [...byKey(faults, applicationOf)]
    .map(([application, its]) => faultText(application, its, isCoded))
    .join('\n\n');

/** The estate is refused: the message tells every fault. */
export class EstateRefusal extends Refusal {
  constructor(faults: readonly Fault[]) {
    super(estateText(faults), faults);
  }
}
