// Serves route handlers as Next.js does: functions of a Request, each a bundle of its own. Usage: next-server.mjs ROUTES
// ROUTES is JSON, the bundle of each path. x-test-reload loads a bundle anew, as after a change.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { Readable } from 'node:stream';

const load = createRequire(import.meta.url);
const routes = JSON.parse(process.argv[2]);

/** `/items/7` is served by `/items/[id]`. */
const found = (path) => {
  const patterns = Object.keys(routes).sort((a) => (a.includes('[') ? 1 : -1));
  return patterns.find((each) => new RegExp(`^${each.replace(/\[[^\]]+\]/g, '[^/]+')}$`).test(path));
};

const answered = async (request, response) => {
  const url = new URL(request.url, `http://${request.headers.host}`);
  const pattern = found(url.pathname);
  if (pattern === undefined) return new Response('Not Found', { status: 404 });
  const file = load.resolve(routes[pattern]);
  if (request.headers['x-test-reload']) delete load.cache[file];
  const handler = load(file)[request.method];
  if (handler === undefined) return new Response(null, { status: 405 });
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const headers = new Headers(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  // As Next.js does where no proxy has.
  if (!headers.has('x-forwarded-for')) headers.set('x-forwarded-for', request.socket.remoteAddress);
  const hasBody = !['GET', 'HEAD'].includes(request.method);
  return handler(
    new Request(url, {
      method: request.method,
      headers,
      signal: gone.signal,
      ...(hasBody && { body: Readable.toWeb(request), duplex: 'half' }),
    }),
    { params: Promise.resolve({}) },
  );
};

const server = createServer(async (request, response) => {
  const answer = await answered(request, response).catch(() => new Response('failed', { status: 500 }));
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  response.end(Buffer.from(await answer.arrayBuffer()));
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`port ${server.address().port}\n`));
