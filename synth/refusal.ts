import { byKey } from '../ground/by-key.js';
import { type Fault, Refusal, faultText } from '../ground/fault.js';

/** The construct at fault stands in a folder of its application: `observer/rules`. */
const applicationOf = ({ where }: Fault): string => where.split('/')[0] ?? '';

/** Faults as a person reads them, application by application. */
export const estateText = (faults: readonly Fault[]): string =>
  [...byKey(faults, applicationOf)].map(([application, its]) => faultText(application, its)).join('\n\n');

/** The estate is refused: the message tells every fault. */
export class EstateRefusal extends Refusal {
  constructor(faults: readonly Fault[]) {
    super(estateText(faults), faults);
  }
}
