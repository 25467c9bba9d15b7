import { byKey } from '../ground/by-key.js';
import { type Fault, Refusal, faultText } from '../ground/fault.js';

/** Whose fault it is: the construct at fault stands in a folder of its application, `observer/rules`, as its files do. */
const applicationOf = ({ where }: Fault): string =>
  /^apps\/([^/:]+)\//.exec(where)?.[1] ??
  /^([^/:]+\/)*[^/:]+\.ts(?=:|$)/.exec(where)?.[0] ??
  where.split('/')[0] ??
  '';

/** Faults as a person reads them, application by application. */
export const estateText = (faults: readonly Fault[]): string =>
  [...byKey(faults, applicationOf)].map(([application, its]) => faultText(application, its)).join('\n\n');

/** The estate is refused: the message tells every fault. */
export class EstateRefusal extends Refusal {
  constructor(faults: readonly Fault[]) {
    super(estateText(faults), faults);
  }
}
