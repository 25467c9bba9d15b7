import { overwrittenHints } from '#alerts/imported/hints.js';
import { groupHints } from '#alerts/rule/group.js';
import { type AlertRule, keyOf } from '#alerts/rule/rule.js';
import { type Fault, below } from '#ground/fault.js';
import type { Law } from './law.js';
import { inEach } from './apart.js';

/** What is told of an alert; of one that was written elsewhere it says so. */
const hintsOf = (alert: AlertRule): readonly Fault[] =>
  alert.imported
    ? [...alert.hints, ...overwrittenHints(alert)].map((hint) => ({ ...hint, imported: keyOf(alert) }))
    : alert.hints;

/** What an alert may not have meant is told of, at every synthesis. */
export const noAlertIsDoubtful: Law = inEach(({ applications }) =>
  applications.flatMap(({ name, groups }) =>
    groups.flatMap((group) => [
      ...below(`${name}/rules/${group.name}`, groupHints(group)),
      ...group.alerts.flatMap((alert) => below(`${name}/rules/${alert.name}`, hintsOf(alert))),
    ]),
  ),
);
