import { lighthouse, operation, python, serving, typescript, webVitals } from 'cheomseong';
import { apiMetrics, webMetrics } from './metrics.js';

/** What the API server exports by. */
export const apiMonitoring = python('monitoring', {
  framework: 'fastapi',
  catalogs: [apiMetrics],
  server: serving({ requests: apiMetrics.requests, duration: apiMetrics.duration, route: 'endpoint' }),
  // Around each query of the database: pg_stat_statements knows totals only, and no P95.
  operations: { query: operation({ duration: apiMetrics.queryDuration }) },
});

/** The pages of the website that are told apart. */
const pages = ['/'] as const;

/** What the website exports by: what browsers report to it. */
export const websiteMonitoring = typescript('website', {
  framework: 'next',
  catalogs: [webMetrics],
  vitals: webVitals({
    pageViews: webMetrics.pageViews,
    javascriptErrors: webMetrics.javascriptErrors,
    apiFailures: webMetrics.apiFailures,
    firstContentfulPaint: webMetrics.firstContentfulPaint,
    timeToInteractive: webMetrics.timeToInteractive,
    sessions: webMetrics.sessions,
    sessionDuration: webMetrics.sessionDuration,
    sessionsEnded: webMetrics.sessionsEnded,
    bounces: webMetrics.bounces,
    pages,
  }),
  lighthouse: lighthouse({ pages }),
});
