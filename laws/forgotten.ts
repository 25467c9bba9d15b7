import { forgottenHints } from '../alerts/rule/fault/forgotten.js';
import { below } from '../ground/fault.js';
import type { Law } from './law.js';

/** A single event is told before its window has forgotten it; what tells only of events that keep coming is hinted at. */
export const everyEventOutlastsItsFor: Law = ({ applications }) =>
  applications.flatMap(({ name, groups }) =>
    groups.flatMap(({ alerts }) => alerts.flatMap((each) => below(`${name}/rules`, forgottenHints(each)))),
  );
