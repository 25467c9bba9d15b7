// Websites and what is behind them: what Lighthouse finds, how visits end, how long queries take.
export {
  lighthouseAlerts,
  foundOf,
  type LighthouseAlerts,
  type LighthouseLimits,
  type LighthouseMetrics,
  type LighthouseRuns,
} from '#alerts/lighthouse.js';
export { lighthouseResultsMissing } from '#alerts/lighthouse/results-missing.js';
export { pagePoor, type Finding } from '#alerts/lighthouse/page-poor.js';
export { highBounceRate, type BounceLimits } from '#alerts/web/high-bounce-rate.js';
export { bounceRate, sessionTime, type EndedSessions, type SessionTimes } from '#alerts/web/visits.js';
export { slowQueries, queryP95, type QueryLimits, type QueryTimes } from '#alerts/database/slow-queries.js';
