import { everyAlertKeepsToItsNamespace } from './environment.js';
import type { Law } from './law.js';
import { uniqueDashboardFiles, uniqueDashboards, uniqueObjects } from './names.js';
import { everyAlertReachesSomebody } from './reached.js';
import { everyMetricIsScraped } from './scraped.js';
import { nothingSecret } from './secret.js';
import { everyObjectIsSelected } from './selected.js';
import { everyServiceMonitorFindsItsService } from './service-monitor.js';

/** What must hold over the whole estate at every synthesis. */
export const laws: readonly Law[] = [
  uniqueObjects,
  uniqueDashboards,
  uniqueDashboardFiles,
  everyObjectIsSelected,
  everyServiceMonitorFindsItsService,
  everyMetricIsScraped,
  everyAlertKeepsToItsNamespace,
  everyAlertReachesSomebody,
  nothingSecret,
];
