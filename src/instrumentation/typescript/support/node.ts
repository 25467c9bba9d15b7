import type { Instrumentation } from '#application/instrumentation/instrumentation.js';
import { text } from '#instrumentation/typescript/code.js';

const counting = `
    const route = routeOf(path) ?? 'unmatched';
    if (!isCounted(path) || !isCounted(route)) return serve(request, response);
    const end = begin(request.method ?? '', route, bytesIn(request.headers['content-length']));
    // It comes once, after the last byte or when the client is gone.
    response.once('close', () => {
      const code = response.writableFinished ? response.statusCode : failed.has(response) ? 500 : goneAway;
      end(code, bytesIn(String(response.getHeader('content-length') ?? '')));
    });
    return serve(request, response);`;

/** A server of plain Node, with what machines ask of it. */
export const nodeFile = ({ server, vitals, paths }: Instrumentation): string => `${
  server ? "import { announce, begin, bytesIn, goneAway, isCounted } from './counting.js';\n" : ''
}import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { exposition } from './exposition.js';
import { forRequest, logger } from './logs.js';
${server ? "import { patternOf } from './patterns.js';\n" : ''}import { readiness } from './readiness.js';
${vitals ? "import { takeReport } from './vitals.js';\n" : ''}
type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const say = (response: ServerResponse, code: number, type: string, body: string): void => {
  response.writeHead(code, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
};

const headerOf =
  ({ headers }: IncomingMessage) =>
  (name: string): string | null => {
    const value = headers[name];
    return typeof value === 'string' ? value : (value?.[0] ?? null);
  };
${
  vitals
    ? `
/** The proxy nearest to us writes last whom it serves. */
const clientOf = (request: IncomingMessage): string =>
  headerOf(request)('x-forwarded-for')?.split(',').at(-1)?.trim() ?? request.socket.remoteAddress ?? '';
`
    : ''
}
/** What machines ask, and browsers report to. */
const own: ReadonlyMap<string, Answer> = new Map<string, Answer>([
  [
    ${text(`GET ${paths.metrics}`)},
    async (_, response) => {
      const told = await exposition();
      say(response, 200, told.type, told.text);
    },
  ],
  [${text(`GET ${paths.health}`)}, async (_, response) => say(response, 200, 'text/plain', 'ok')],
  [
    ${text(`GET ${paths.ready}`)},
    async (_, response) => {
      const found = await readiness();
      say(response, found.ready ? 200 : 503, 'application/json', JSON.stringify(found));
    },
  ],
${
  vitals
    ? `  [
    ${text(`POST ${vitals.path}`)},
    async (request, response) => {
      const status = await takeReport({
        header: headerOf(request),
        client: clientOf(request),
        // What is too large is not read on, and can be answered all the same.
        body: request.iterator({ destroyOnReturn: false }),
      });
      response.writeHead(status, {
        'cache-control': 'no-store',
        ...(status === 413 && { connection: 'close' }),
        ...(status === 429 && { 'retry-after': '60' }),
      });
      response.end();
    },
  ],
`
    : ''
}]);

const log = logger('http');
const failed = new WeakSet<ServerResponse>();

/** What throws is answered 500 where nothing was said yet, and cut off where something was. */
const failing = (response: ServerResponse, error: unknown): void => {
  log.error('a request failed', { error });
  failed.add(response);
  if (response.headersSent) response.destroy();
  else say(response, 500, 'text/plain', 'Internal Server Error');
};

/**
 * A listener that answers ${[paths.metrics, paths.health, paths.ready, ...(vitals ? [vitals.path] : [])].join(', ')} itself${
   server
     ? `, and counts all else by the patterns of routes and their methods:
 * createServer(monitored(listener, { '/notices/[id]': ['GET', 'DELETE'] })).`
     : `:
 * createServer(monitored(listener)).`
 }
 */
export const monitored = (
  listener: (request: IncomingMessage, response: ServerResponse) => unknown,
${server ? '  routes: Readonly<Record<string, readonly string[]>>,\n' : ''}): RequestListener => {
${
  server
    ? `  const routeOf = patternOf(Object.keys(routes));
  for (const [route, methods] of Object.entries(routes)) for (const method of methods) announce(method, route);
`
    : ''
}  const serve = (request: IncomingMessage, response: ServerResponse): void => {
    void forRequest(headerOf(request), async () => {
      try {
        await listener(request, response);
      } catch (error) {
        failing(response, error);
      }
    });
  };
  return (request, response) => {
    const path = (request.url ?? '').replace(/[?#].*$/s, '');
    const answer = own.get((request.method === 'HEAD' ? 'GET' : (request.method ?? '')) + ' ' + path);
    if (answer) return void answer(request, response).catch((error: unknown) => failing(response, error));${
      server ? counting : '\n    return serve(request, response);'
    }
  };
};
`;
