import { overwrittenHints } from '#alerts/imported/hints.js';
import { groupHints } from '#alerts/rule/group.js';
import { below } from '#ground/fault.js';
import type { Law } from './law.js';

/** What an alert may not have meant is told of, at every synthesis. */
export const noAlertIsDoubtful: Law = ({ applications }) =>
  applications.flatMap(({ name, groups }) =>
    groups.flatMap((group) => [
      ...below(`${name}/rules/${group.name}`, groupHints(group)),
      ...group.alerts.flatMap((alert) =>
        below(`${name}/rules/${alert.name}`, [
          ...alert.hints,
          ...(alert.imported ? overwrittenHints(alert) : []),
        ]),
      ),
    ]),
  );
