// Made from the catalogue of Maintenance: what is changed here is gone with the next synthesis.
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

const made = () => {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const metrics = {
    firstContentfulPaint: new Histogram({
      name: 'web_first_contentful_paint_seconds',
      help: 'Time until a page shows something',
      labelNames: ['page'] as const,
      buckets: [0.5, 1, 1.8, 3, 5, 10],
      registers,
    }),
    timeToInteractive: new Histogram({
      name: 'web_time_to_interactive_seconds',
      help: 'Time until a page reacts to its user',
      labelNames: ['page'] as const,
      buckets: [1, 2.5, 3.8, 5, 7.3, 10, 20],
      registers,
    }),
    pageViews: new Counter({
      name: 'web_page_views_total',
      help: 'Pages opened',
      labelNames: ['page'] as const,
      registers,
    }),
    javascriptErrors: new Counter({
      name: 'web_javascript_errors_total',
      help: 'Errors of JavaScript in browsers',
      labelNames: ['page'] as const,
      registers,
    }),
    apiFailures: new Counter({
      name: 'web_api_failures_total',
      help: 'Calls of the API that failed in browsers',
      labelNames: ['page'] as const,
      registers,
    }),
    sessions: new Gauge({
      name: 'web_sessions_active',
      help: 'Sessions that are active',
      registers,
    }),
    sessionDuration: new Histogram({
      name: 'web_session_duration_seconds',
      help: 'Time from the first page of a session to the last that was heard of it',
      buckets: [1, 10, 30, 60, 120, 300, 600, 1800, 3600],
      registers,
    }),
    sessionsEnded: new Counter({
      name: 'web_sessions_ended_total',
      help: 'Sessions that have ended',
      registers,
    }),
    bounces: new Counter({
      name: 'web_session_bounces_total',
      help: 'Sessions that have ended after one page',
      registers,
    }),
  };
  // What never happened is 0 from the start, so that its first time is an increase.
  for (const page of ['/', 'other'])
    metrics.firstContentfulPaint.zero({ page });
  for (const page of ['/', 'other'])
    metrics.timeToInteractive.zero({ page });
  for (const page of ['/', 'other'])
    metrics.pageViews.inc({ page }, 0);
  for (const page of ['/', 'other'])
    metrics.javascriptErrors.inc({ page }, 0);
  for (const page of ['/', 'other'])
    metrics.apiFailures.inc({ page }, 0);
  return { registry, metrics };
};

declare global {
  var maintenanceWebsiteMetrics_18e15f77: ReturnType<typeof made> | undefined;
}

/** One registry for a process, however often and in however many bundles this module is loaded; other facts are another registry. */
export const { registry, metrics } = (globalThis.maintenanceWebsiteMetrics_18e15f77 ??= made());
