import { everyRuleReadsItsOwn } from './apart.js';
import { everyDashboardIsOne, uniqueDashboardFiles, uniqueDashboards } from './dashboard.js';
import { everyAlertKeepsToItsNamespace } from './environment.js';
import type { Law } from './law.js';
import { uniqueObjects, uniqueRecords } from './names.js';
import { everyAlertReachesSomebody, everyAlertStaysWithItsApplication } from './reached.js';
import { everyMetricIsScraped } from './scraped.js';
import { nothingSecret } from './secret.js';
import { everyObjectIsSelected } from './selected.js';
import { everyServiceMonitorFindsItsService } from './service-monitor.js';
import { everySelectorHasATarget } from './target.js';

/** What must hold over the whole estate at every synthesis. */
export const laws: readonly Law[] = [
  uniqueObjects,
  uniqueRecords,
  everyDashboardIsOne,
  uniqueDashboards,
  uniqueDashboardFiles,
  everyObjectIsSelected,
  everyServiceMonitorFindsItsService,
  everyMetricIsScraped,
  everySelectorHasATarget,
  everyAlertKeepsToItsNamespace,
  everyRuleReadsItsOwn,
  everyAlertReachesSomebody,
  everyAlertStaysWithItsApplication,
  nothingSecret,
];
