import { below } from '#ground/fault.js';
import type { Law } from './law.js';

/** What an alert may not have meant is told of, at every synthesis. */
export const noAlertIsDoubtful: Law = ({ applications }) =>
  applications.flatMap(({ name, groups }) =>
    groups.flatMap(({ alerts }) =>
      alerts.flatMap(({ name: alert, hints }) => below(`${name}/rules/${alert}`, hints)),
    ),
  );
