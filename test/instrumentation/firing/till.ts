import { type Serving, answeringBy } from '../../servers/serving.js';

/** What observer exports, by a program of the tests' own: each request that it is asked fails where its path says so. */
export const till = (): Promise<Serving> => {
  const counted = { '200': 0, '500': 0 };
  let connections = 3;
  const exposition = (): string =>
    [
      '# HELP observer_http_requests_total HTTP requests answered',
      '# TYPE observer_http_requests_total counter',
      ...Object.entries(counted).map(
        ([status, count]) =>
          `observer_http_requests_total{method="GET",endpoint="/ticks",status="${status}"} ${count}`,
      ),
      '# HELP observer_active_connections WebSocket connections to the broker',
      '# TYPE observer_active_connections gauge',
      `observer_active_connections ${connections}`,
      '',
    ].join('\n');
  return answeringBy((path) => {
    if (path === '/metrics') return exposition();
    if (path === '/hang-up') connections = 0;
    else counted[path === '/fails' ? '500' : '200'] += 1;
    return '';
  });
};
