import { once } from 'node:events';
import { createServer } from 'node:http';
import { describe, expect, test } from '@jest/globals';
import { reached, throughTo } from '#preview/http/prometheus.js';
import type { Upstream } from '#preview/http/upstream.js';
import { type Answering, type Question, withLoopback } from '#servers/loopback.js';

const question = (path: string, further: Partial<Question> = {}): Question => ({
  ...{ method: 'GET', path, query: new URLSearchParams({ query: 'up' }), body: '' },
  ...further,
});

/** A server in the place of a Prometheus, and what it was asked. */
const over = async <T>(
  answer: Awaited<ReturnType<Answering>>,
  use: (upstream: Upstream) => Promise<T>,
): Promise<{ readonly came: T; readonly asked: readonly Question[] }> => {
  const asked: Question[] = [];
  const came = await withLoopback(
    (each) => {
      asked.push(each);
      return Promise.resolve(answer);
    },
    0,
    (url) => use({ url: `${url}/base`, headers: {} }),
  );
  return { came, asked };
};

const well = { type: 'application/json', body: '{"status":"success","data":{"result":[]}}' };
/** Where a server was, and is no more. */
const nobody = async (): Promise<Upstream> => ({
  url: await withLoopback(
    () => Promise.resolve(well),
    0,
    (url) => Promise.resolve(url),
  ),
  headers: {},
});

describe('a Prometheus of somebody', () => {
  test('is asked below its own path', async () => {
    const { asked } = await over(well, (upstream) => throughTo(upstream, question('/api/v1/query')));
    expect(asked[0]?.path).toBe('/base/api/v1/query');
  });

  test('is sent what a long query says', async () => {
    const sent = { method: 'POST', body: 'query=up' };
    const { asked } = await over(well, (upstream) => throughTo(upstream, question('/api/v1/query', sent)));
    expect(asked[0]?.body).toBe('query=up');
  });

  test.each([
    '/api/v1/query',
    '/api/v1/query_range',
    '/api/v1/series',
    '/api/v1/label/instance/values',
    '/api/v1/labels',
  ])('is asked %s, which reads', async (path) => {
    const { asked } = await over(well, (upstream) => throughTo(upstream, question(path)));
    expect(asked).toHaveLength(1);
  });

  test.each([
    '/api/v1/admin/tsdb/delete_series',
    '/api/v1/write',
    '/-/reload',
    '/-/quit',
    '/api/v1/status/config',
    '/api/v1/query/../admin/tsdb/snapshot',
  ])('is never asked %s', async (path) => {
    const { asked } = await over(well, (upstream) => throughTo(upstream, question(path)));
    expect(asked).toEqual([]);
  });

  test('is never asked to delete', async () => {
    const { asked } = await over(well, (upstream) =>
      throughTo(upstream, question('/api/v1/series', { method: 'DELETE' })),
    );
    expect(asked).toEqual([]);
  });

  test.each([301, 302, 303, 307, 308])('is not followed where it leads elsewhere by %d', async (status) => {
    const requests: string[] = [];
    const leading = createServer((request, response) => {
      requests.push(request.url ?? '');
      response.writeHead(status, { location: '/elsewhere' }).end();
    });
    leading.listen(0, '127.0.0.1');
    await once(leading, 'listening');
    const address = leading.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const upstream = { url: `http://127.0.0.1:${port}`, headers: { 'x-token': 't0ken' } };
    const { body } = await throughTo(upstream, question('/api/v1/query'));
    leading.closeAllConnections();
    leading.close();
    expect([requests, body]).toEqual([
      ['/api/v1/query?query=up'],
      expect.stringContaining('it leads elsewhere: give that URL'),
    ]);
  });

  test('that is gone in the middle is told to the page', async () => {
    expect(await throughTo(await nobody(), question('/api/v1/query'))).toMatchObject({
      status: 502,
      body: expect.stringContaining('gives no answer: connect ECONNREFUSED'),
    });
  });
});

describe('before anything is drawn, a Prometheus', () => {
  test('that answers is taken', async () => {
    await expect(over(well, reached)).resolves.toBeDefined();
  });

  test('that is not there is refused with why', async () => {
    await expect(reached(await nobody())).rejects.toThrow('gives no answer: connect ECONNREFUSED');
  });

  test('that wants to know who asks is refused with where to say it', async () => {
    const closed = { status: 401, type: 'text/plain', body: 'Unauthorized' };
    await expect(over(closed, reached)).rejects.toThrow(
      'it wants to know who asks: put name and password into the URL, or give --header',
    );
  });

  test('that is a page of something else is refused', async () => {
    const page = { type: 'text/html', body: '<!doctype html>' };
    await expect(over(page, reached)).rejects.toThrow('what is there does not answer as Prometheus does');
  });
});
