import {
  catalog,
  celeryMetrics,
  counter,
  gauge,
  histogram,
  processMetrics,
  pythonBuckets,
  scrapeMetrics,
  withServiceLabels,
} from 'cheomseong';

const range = [0, Infinity] as const;
const request = ['method', 'endpoint'] as const;
const copied = ['component'] as const;

/** What each API exports. Its label `endpoint` is the route, not the port: the scrape sees to it. */
export const apiMetrics = withServiceLabels(
  catalog({
    requests: counter('http_requests_total', {
      help: 'HTTP requests answered',
      labels: [...request, 'status'],
    }),
    duration: histogram('http_request_duration_seconds', {
      help: 'Time to answer an HTTP request',
      labels: request,
      buckets: pythonBuckets,
    }),
    inProgress: gauge('http_requests_in_progress', {
      help: 'HTTP requests being answered',
      labels: request,
      range,
    }),
  }),
  copied,
);

/** What each worker exports. */
export const workerMetrics = withServiceLabels(
  catalog({
    ...celeryMetrics,
    uploads: counter('s3_upload_total', {
      help: 'Uploads to S3',
      labels: ['bucket', 'status'],
      values: { status: ['success', 'failure'] },
    }),
    uploadDuration: histogram('s3_upload_duration_seconds', {
      help: 'Time that an upload to S3 took',
      labels: ['bucket'],
      buckets: pythonBuckets,
    }),
  }),
  copied,
);

/** What tells whether an API or a worker was scraped, and since when it runs. */
export const targets = withServiceLabels({ ...scrapeMetrics, ...processMetrics }, copied);

/** What whoever asks the GPT API exports: chat-llm-api while somebody waits, ai-worker in the background. */
export const gptMetrics = withServiceLabels(
  catalog({
    requests: counter('gpt_api_requests_total', {
      help: 'Requests to the GPT API',
      labels: ['model', 'status'],
      values: { status: ['success', 'error'] },
    }),
    duration: histogram('gpt_api_request_duration_seconds', {
      help: 'Time until the GPT API answered',
      labels: ['model'],
      buckets: [0.5, 1, 2, 5, 10, 20, 30, 45, 60, 120],
    }),
  }),
  copied,
);
