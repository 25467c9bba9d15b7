import { withRunbook } from '#dashboards/dashboard.js';
import { fileNameOf } from '#ground/file-name.js';
import type { Application } from './application.js';

/**
 * An application whose runbooks are read below an address, each as `<application>/<alert>.md`; as it is, where it says itself where they are,
 * or where none is given.
 */
export const withRunbooks = (application: Application, address: string | undefined): Application => {
  if (address === undefined || application.runbook) return application;
  const folder = `${address.replace(/\/+$/, '')}/${application.name}`;
  const runbook = (alert: string): string => `${folder}/${fileNameOf(alert)}.md`;
  return {
    ...application,
    runbook,
    dashboards: application.dashboards.map((dashboard) => withRunbook(dashboard, runbook)),
  };
};
