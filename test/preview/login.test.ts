import { once } from 'node:events';
import { type IncomingHttpHeaders, createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { reached } from '#preview/http/prometheus.js';
import { upstreamOf } from '#preview/http/upstream.js';
import { type Serving, serve } from './serving.js';

// Who asks somebody's own Prometheus is told to it alone.

const asked: IncomingHttpHeaders[] = [];
const prometheus = createServer((request, response) => {
  asked.push(request.headers);
  if (request.url?.startsWith('/closed')) response.writeHead(403).end();
  else if (request.url?.startsWith('/moved'))
    response.writeHead(307, { location: 'http://127.0.0.1:9/' }).end();
  else
    response.setHeader('content-type', 'application/json').end('{"status":"success","data":{"result":[]}}');
});

const password = 'pa55word';
const login = Buffer.from(`me:${password}`).toString('base64');
const secrets = [password, 't0ken', login];
const shownIn = (text: string): readonly string[] => secrets.filter((each) => text.includes(each));

let port = 0;
let serving: Serving;
const given = (path: string): [address: string, headers: readonly string[]] => [
  `http://me:${password}@127.0.0.1:${port}${path}`,
  ['X-Token: t0ken'],
];

beforeAll(async () => {
  prometheus.listen(0, '127.0.0.1');
  await once(prometheus, 'listening');
  const at = prometheus.address();
  if (at === null || typeof at === 'string') throw new Error('it listens on no port');
  port = at.port;
  const [address, headers] = given('/');
  serving = await serve('--prometheus', address, ...headers.flatMap((each) => ['--header', each]));
}, 60_000);
afterAll(async () => {
  await serving.end();
  prometheus.closeAllConnections();
  prometheus.close();
});

describe('a login in the URL and a header', () => {
  test('reach the Prometheus with a query of the page', async () => {
    asked.length = 0;
    await (await fetch(`${serving.url}/prometheus/api/v1/query?query=up`)).text();
    expect(asked).toMatchObject([{ authorization: `Basic ${login}`, 'x-token': 't0ken' }]);
  });

  test.each(['/', '/script.js', '/api/estate', '/prometheus/api/v1/query?query=up'])(
    'are not in %s',
    async (path) => {
      const response = await fetch(`${serving.url}${path}`);
      const headers = JSON.stringify([...response.headers]);
      expect([response.status, shownIn(`${headers}${await response.text()}`)]).toEqual([200, []]);
    },
  );

  test.each([
    ['/closed', 'whoever asks may not'],
    ['/moved', 'it leads elsewhere: give that URL'],
  ])('are not in why %s is refused', async (path, why) => {
    const said = await reached(upstreamOf(...given(path))).then(String, String);
    expect([said, shownIn(said)]).toEqual([expect.stringContaining(why), []]);
  });
});
