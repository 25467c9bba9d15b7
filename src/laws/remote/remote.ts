import type { Law } from '#laws/law.js';
import { everyRuleIsEvaluatedOnce } from './evaluated-once.js';
import { everythingIsReadByMetricsQL } from './metricsql.js';
import { everyGroupIsTakenByTheRuler } from './ruler-limits.js';
import { everyScrapeIsDoneByVmagent } from './vmagent.js';
import { everythingReadThereIsWritten } from './written.js';

/** What must hold of a cluster whose samples are kept elsewhere, and whose rules may be evaluated there. */
export const remoteLaws: readonly Law[] = [
  everythingReadThereIsWritten,
  everyRuleIsEvaluatedOnce,
  everyGroupIsTakenByTheRuler,
  everythingIsReadByMetricsQL,
  everyScrapeIsDoneByVmagent,
];
