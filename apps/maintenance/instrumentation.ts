import { python, serving, typescript, webVitals } from 'cheomseong';
import { apiMetrics, webMetrics } from './metrics.js';

/** What the API server exports by. */
export const apiMonitoring = python('monitoring', {
  framework: 'fastapi',
  catalogs: [apiMetrics],
  server: serving({ requests: apiMetrics.requests, duration: apiMetrics.duration, route: 'endpoint' }),
});

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
    pages: ['/'],
  }),
});
