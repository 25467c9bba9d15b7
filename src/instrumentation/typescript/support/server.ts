import type { HttpServer } from '#application/instrumentation/server.js';
import type { Instrumentation } from '#application/instrumentation/instrumentation.js';
import type { AnyMetric } from '#promql/metric/metric.js';
import { list, property } from '#instrumentation/typescript/code.js';
import { type Fact, keyOf } from '#instrumentation/typescript/facts.js';

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** The labels that a metric has of a request. */
const labelsOf = ({ info }: AnyMetric, { route, status }: HttpServer): string => {
  const values = new Map([
    ['method', 'method'],
    [route, 'route'],
    [status, 'status'],
  ]);
  const fields = info.ownLabels.map((label) => {
    const value = values.get(label) ?? label;
    return value === label ? label : `${property(label)}: ${value}`;
  });
  return fields.length > 0 ? `{ ${fields.join(', ')} }` : '';
};

/** Codes as the label has them: themselves, or their classes where these are the label's values. */
const statusOf = ({ requests, status }: HttpServer): string => {
  const closed = requests.info.values[status] ?? [];
  return closed.length > 0 && closed.every((value) => /^\dxx$/.test(value))
    ? "Math.floor(code / 100) + 'xx'"
    : 'String(code)';
};

/** How requests are counted, once each, whatever serves them. */
export const countingFile = (server: HttpServer, described: Instrumentation, facts: readonly Fact[]): string => {
  const { requests, duration, inFlight, requestSize, responseSize } = server;
  const { paths, uncounted, vitals } = described;
  const key = (metric: AnyMetric) => `metrics.${keyOf(facts, metric)}`;
  const labels = (metric: AnyMetric) => labelsOf(metric, server);
  const observed = (metric: AnyMetric, value: string) =>
    `${key(metric)}.observe(${[labels(metric), value].filter((each) => each !== '').join(', ')});`;
  const asked = [paths.metrics, paths.health, paths.ready, ...(vitals ? [vitals.path] : []), ...uncounted];
  const hasStatus = requests.info.ownLabels.includes(server.status);
  const ended = [
    ...(inFlight ? [`    ${key(inFlight)}.dec(${labels(inFlight)});`] : []),
    ...(hasStatus ? ['    const status = statusOf(code);'] : []),
    `    ${key(requests)}.inc(${labels(requests)});`,
    ...(duration ? [`    ${observed(duration, '(performance.now() - began) / 1000')}`] : []),
    ...(requestSize ? [`    if (sent !== undefined) ${observed(requestSize, 'sent')}`] : []),
    ...(responseSize ? [`    if (answered !== undefined) ${observed(responseSize, 'answered')}`] : []),
  ];
  return `import { metrics } from './metrics.js';

/** What machines ask every few seconds, and what browsers report by: none of it is counted. */
const uncounted: readonly string[] = ${list(asked)};
export const isCounted = (route: string): boolean => !uncounted.includes(route);

const methods: readonly string[] = ${list(methods)};
const methodOf = (given: string): string => (methods.includes(given) ? given : 'other');
${hasStatus ? `\nconst statusOf = (code: number): string => ${statusOf(server)};\n` : ''}
/** The status of a request whose client went away before it was answered, as nginx has it. */
export const goneAway = 499;

/** Bytes of a body, as its header tells them. */
export const bytesIn = (length: string | number | null | undefined): number | undefined =>
  length === null || length === undefined || !/^\\d+$/.test(String(length)) ? undefined : Number(length);

/** Says that a route is there: what it may be answered is 0 from the start, so that its first failure is an increase. */
export const announce = (given: string, route: string): void => {
  if (!isCounted(route)) return;
  const method = methodOf(given);
${
  hasStatus
    ? `  for (const status of [statusOf(200), statusOf(500)]) ${key(requests)}.inc(${labels(requests)}, 0);`
    : `  ${key(requests)}.inc(${[labels(requests), '0'].filter((each) => each !== '').join(', ')});`
}${
    duration?.info.kind === 'histogram' && !duration.info.ownLabels.includes(server.status)
      ? `\n  ${key(duration)}.zero(${labels(duration) || '{}'});`
      : ''
  }
};

/** Begins a request of a route; what it returns ends it, the first time that it is called, by the status of its answer. */
export const begin = (
  given: string,
  route: string,
  ${requestSize ? 'sent' : '_sent'}?: number,
): ((code: number, answered?: number) => void) => {
  const method = methodOf(given);
  const began = performance.now();
${inFlight ? `  ${key(inFlight)}.inc(${labels(inFlight)});\n` : ''}  let isOver = false;
  return (code${responseSize ? ', answered' : ''}) => {
    if (isOver) return;
    isOver = true;
${ended.join('\n')}
  };
};
`;
};

/** Route handlers of Next.js, counted. */
export const handlersFile = `import { announce, begin, bytesIn, goneAway, isCounted } from './counting.js';
import { forRequest } from './logs.js';

/** redirect(), notFound() and their like throw what Next.js makes an answer of: its digest says which. */
const codeOf = (error: unknown): number => {
  const digest = typeof error === 'object' && error !== null && 'digest' in error ? String(error.digest) : '';
  const [, code] = /^NEXT_(?:REDIRECT;.*;(\\d{3});|HTTP_ERROR_FALLBACK;\\d{3})/s.exec(digest) ?? [];
  if (digest.startsWith('NEXT_HTTP_ERROR_FALLBACK;')) return Number(digest.slice(-3));
  return digest === 'NEXT_NOT_FOUND' ? 404 : Number(code ?? 500);
};

/**
 * A route handler whose requests are counted by the pattern of its route, and whose logs say of which request they are:
 * export const GET = counted('GET', '/api/notices/[id]', async (request, { params }) => …).
 * A request ends with its answer, when what it throws is thrown on, or when its client goes away.
 */
export const counted = <R extends Request, C>(
  method: string,
  route: string,
  handler: (request: R, context: C) => Response | Promise<Response>,
): ((request: R, context: C) => Promise<Response>) => {
  announce(method, route);
  return (request, context) =>
    forRequest(
      (name) => request.headers.get(name),
      async () => {
        if (!isCounted(route)) return await handler(request, context);
        const end = begin(request.method, route, bytesIn(request.headers.get('content-length')));
        const gone = (): void => end(goneAway);
        request.signal.addEventListener('abort', gone, { once: true });
        try {
          const response = await handler(request, context);
          end(response.status, bytesIn(response.headers.get('content-length')));
          return response;
        } catch (error) {
          end(codeOf(error));
          throw error;
        } finally {
          request.signal.removeEventListener('abort', gone);
        }
      },
    );
};
`;
