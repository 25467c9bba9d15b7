import { celeryTasks, operation, python, serving } from 'cheomseong';
import { apiMetrics, gptMetrics, workerMetrics } from './metrics.js';

/** What the APIs and the workers export by: one module for all of them, of which each sets up what it is. */
export const monitoring = python('monitoring', {
  framework: 'fastapi',
  catalogs: [apiMetrics, workerMetrics, gptMetrics],
  server: serving({
    requests: apiMetrics.requests,
    duration: apiMetrics.duration,
    inFlight: apiMetrics.inProgress,
    route: 'endpoint',
  }),
  tasks: celeryTasks({ tasks: workerMetrics.tasks, duration: workerMetrics.taskDuration }),
  operations: {
    gptCall: operation({
      done: gptMetrics.requests,
      duration: gptMetrics.duration,
      outcome: { label: 'status', success: 'success', failure: 'error' },
    }),
    s3Upload: operation({
      done: workerMetrics.uploads,
      duration: workerMetrics.uploadDuration,
      outcome: { label: 'status', success: 'success', failure: 'failure' },
    }),
  },
});
