import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { compared } from '#catalog/compared.js';
import { eventually } from '#servers/eventually.js';
import { shop, shopMetrics, shopOnNext, shopOnNode } from './example.js';
import { type Running, runningOnNext, runningOnNode } from './running.js';
import { scrape, scrapedFamilies, valueOf } from './scraped.js';
import { shopServer } from './shop-server.js';

const requests = (path: string, status: string, method = 'GET') =>
  `http_requests_total{method="${method}",path="${path}",status="${status}"}`;

/** By how much a series grows: what ends after its answer was read is waited for. */
const grown = async (
  { url }: Running,
  series: string,
  happens: (url: string) => Promise<unknown>,
): Promise<number> => {
  const value = async () => valueOf(await scrape(url), series) ?? 0;
  const before = await value();
  await happens(url);
  return eventually(`${series} to grow`, async () => {
    const more = (await value()) - before;
    return more > 0 ? more : undefined;
  });
};

const get = (path: string) => (url: string) =>
  fetch(`${url}${path}`)
    .then((answer) => answer.text())
    .catch(() => undefined);

/** Asks, and goes away before there is an answer. */
const leave = (path: string) => (url: string) =>
  fetch(`${url}${path}`, { signal: AbortSignal.timeout(100) }).catch(() => undefined);

describe('a server of plain Node', () => {
  let server: Running;
  beforeAll(async () => {
    server = await runningOnNode({
      module: shopOnNode,
      application: shop,
      beside: { 'server.ts': shopServer },
    });
  });
  afterAll(() => server.stop());

  test('has each route at 0 before it is asked, its failures too', async () => {
    const told = await scrape(server.url);
    expect(['200', '500'].map((status) => valueOf(told, requests('/items/[id]', status, 'POST')))).toEqual([0, 0]);
  });

  test('exports what its catalogue says after a request of every kind', async () => {
    await get('/items/1')(server.url);
    await fetch(`${server.url}/items/1`, { method: 'POST', body: 'abc' });
    expect(compared(shopMetrics, await scrapedFamilies(server.url))).toEqual([]);
  });

  test('counts a request by the pattern of its route', async () => {
    expect(await grown(server, requests('/items/[id]', '200'), get('/items/7?color=red'))).toBe(1);
  });

  test('counts a request by the pattern that has most of it written out', async () => {
    expect(await grown(server, requests('/items/new', '200'), get('/items/new'))).toBe(1);
  });

  test('counts what has no route as one', async () => {
    expect(await grown(server, requests('unmatched', '200'), get('/etc/passwd'))).toBe(1);
  });

  test('counts what throws as failed, once, and answers it', async () => {
    expect(await grown(server, requests('/fails', '500'), get('/fails'))).toBe(1);
    expect((await fetch(`${server.url}/fails`)).status).toBe(500);
  });

  test('counts what throws while it answers as failed', async () => {
    expect(await grown(server, requests('/breaks', '500'), get('/breaks'))).toBe(1);
  });

  test('counts who goes away before there is an answer', async () => {
    expect(await grown(server, requests('/waits', '499'), leave('/waits'))).toBe(1);
  });

  test('has nothing in flight once all have ended', async () => {
    await leave('/waits')(server.url);
    await get('/breaks')(server.url);
    const none = async () => valueOf(await scrape(server.url), 'http_requests_in_flight') === 0 || undefined;
    expect(await eventually('no request in flight', none)).toBe(true);
  });

  test('times a request', async () => {
    const count = 'http_request_duration_seconds_count{method="GET",path="/items/[id]"}';
    expect(await grown(server, count, get('/items/8'))).toBe(1);
  });

  test('adds up the sizes of answers', async () => {
    const sum = 'http_response_size_bytes_sum{method="GET",path="/items/[id]"}';
    expect(await grown(server, sum, get('/items/8'))).toBe(2);
  });

  test.each(['/api/metrics', '/health', '/ready', '/ping'])('does not count %s', async (path) => {
    await get(path)(server.url);
    await get('/items/9')(server.url);
    expect(await scrape(server.url)).not.toContain(`path="${path}"`);
  });

  test('does not block on a check that hangs: it is not ready', async () => {
    const other = await runningOnNode({ module: shopOnNode, application: shop, beside: { 'server.ts': shopServer } });
    await get('/sticks')(other.url);
    const answer = await fetch(`${other.url}/ready`).finally(other.stop);
    expect([answer.status, await answer.json()]).toEqual([503, { ready: false, checks: { database: false } }]);
  });

  test('exports what its own code sets', async () => {
    await get('/sells')(server.url);
    expect(valueOf(await scrape(server.url), 'stock_items')).toBe(41);
  });

  describe('whose operations are counted', () => {
    const payments = (card: string, result: string) => `payments_total{card="${card}",result="${result}"}`;

    test('has every end of theirs from the start', async () => {
      const told = await scrape(server.url);
      expect(valueOf(told, payments('visa', 'refused'))).toBe(0);
    });

    test('counts one that succeeds', async () => {
      expect(await grown(server, payments('visa', 'paid'), get('/pays?card=visa'))).toBe(1);
    });

    test('counts one that throws', async () => {
      expect(await grown(server, payments('master', 'refused'), get('/pays?refused'))).toBe(1);
    });

    test('times one that throws', async () => {
      const count = 'payment_duration_seconds_count{card="master"}';
      expect(await grown(server, count, get('/pays?refused'))).toBe(1);
    });

    test('counts one that takes long', async () => {
      expect(await grown(server, 'slow_payments_total', get('/pays?slow'))).toBe(1);
    });

    test('does not count one as slow that is not', async () => {
      const before = valueOf(await scrape(server.url), 'slow_payments_total');
      await get('/pays')(server.url);
      expect(valueOf(await scrape(server.url), 'slow_payments_total')).toBe(before);
    });
  });

  describe('which logs', () => {
    const trace = { trace_id: '4bf92f3577b34da6a3ce929d0e0e4736', span_id: '00f067aa0ba902b7' };
    let lines: readonly Readonly<Record<string, unknown>>[];
    let unnamed: readonly Readonly<Record<string, unknown>>[];
    const logged = async (path: string, headers: Readonly<Record<string, string>>) => {
      const before = server.lines.length;
      await fetch(`${server.url}${path}`, { headers });
      const two = async () => (server.lines.length >= before + 2 ? server.lines.slice(before) : undefined);
      return (await eventually('two lines', two)).map((line) => JSON.parse(line));
    };
    beforeAll(async () => {
      lines = await logged('/logs', {
        traceparent: `00-${trace.trace_id}-${trace.span_id}-01`,
        'x-request-id': 'r-1',
      });
      unnamed = await logged('/logs?ring', { 'x-request-id': 'a b', traceparent: `00-${'0'.repeat(32)}-${'0'.repeat(16)}-00` });
    });

    test('one line of JSON each, of which request and trace it is', () => {
      expect(lines[0]).toEqual({
        timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        level: 'info',
        service: 'shop',
        message: 'first\nand second',
        request_id: 'r-1',
        ...trace,
        item: 7,
      });
    });

    test('an error with its stack', () => {
      expect(lines[1]).toMatchObject({
        level: 'error',
        error: { type: 'RangeError', message: 'too much', stack: expect.stringContaining('server.cjs') },
        ring: { size: '10' },
      });
    });

    test('nothing below its level', () => {
      expect(lines).toHaveLength(2);
    });

    test('what cannot be written, as such', () => {
      expect(unnamed[1]).toMatchObject({ message: 'failed', fields: 'cannot be written as JSON' });
    });

    test('a new id where a request says none that can be searched for', () => {
      expect(unnamed[0]?.['request_id']).toMatch(/^[0-9a-f-]{36}$/);
    });

    test('no trace where there is none', () => {
      expect(unnamed[0]).not.toHaveProperty('span_id');
    });
  });
});

describe('route handlers of Next.js', () => {
  const route = (handler: string): string =>
    `import { counted } from '../../../monitoring/handlers';\nexport const GET = counted('GET', '/items/[id]', ${handler});\n`;
  const at = (path: string, handler: string): string =>
    `import { counted } from '../../monitoring/handlers';\nexport const GET = counted('GET', '${path}', ${handler});\n`;
  const thrown = (digest: string) =>
    `async () => { throw Object.assign(new Error('next'), { digest: '${digest}' }); }`;
  let server: Running;
  beforeAll(async () => {
    server = await runningOnNext({
      module: shopOnNext,
      application: shop,
      beside: {
        'app/items/[id]/route.ts': route("async () => new Response('ok', { status: 201 })"),
        'app/fails/route.ts': at('/fails', "async () => { throw new Error('failed'); }"),
        'app/moved/route.ts': at('/moved', thrown('NEXT_REDIRECT;replace;/login;307;')),
        'app/missing/route.ts': at('/missing', thrown('NEXT_HTTP_ERROR_FALLBACK;404')),
        'app/waits/route.ts': at('/waits', '() => new Promise<Response>(() => undefined)'),
        'app/ping/route.ts': at('/ping', "async () => new Response('pong')"),
      },
    });
  });
  afterAll(() => server.stop());

  test.each([
    ['an answer', '/items/7', '/items/[id]', '201'],
    ['what throws', '/fails', '/fails', '500'],
    ['redirect()', '/moved', '/moved', '307'],
    ['notFound()', '/missing', '/missing', '404'],
  ])('count %s, once', async (_, path, pattern, status) => {
    expect(await grown(server, requests(pattern, status), get(path))).toBe(1);
  });

  test('count who goes away before there is an answer', async () => {
    expect(await grown(server, requests('/waits', '499'), leave('/waits'))).toBe(1);
  });

  test('do not count what machines ask', async () => {
    await get('/ping')(server.url);
    expect(await scrape(server.url)).not.toContain('path="/ping"');
  });
});
