import { byKey } from '../ground/by-key.js';
import { type Fault, Refusal, faultText } from '../ground/fault.js';

/** The construct at fault stands in a folder of its application: `observer/rules`. */
const applicationOf = ({ where }: Fault): string => where.split('/')[0] ?? '';

/** The estate is refused: the message tells every fault, application by application. */
export class EstateRefusal extends Refusal {
  constructor(faults: readonly Fault[]) {
    const texts = [...byKey(faults, applicationOf)].map(([application, its]) => faultText(application, its));
    super(texts.join('\n\n'), faults);
  }
}
