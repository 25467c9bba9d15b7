import { request } from 'node:http';
import { describe, expect, test } from '@jest/globals';
import { type Answering, withLoopback } from '#servers/loopback.js';

const hello: Answering = ({ path, body }) =>
  Promise.resolve(path === '/hello' ? { type: 'text/plain', body: `hello ${body}` } : undefined);

interface Got {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** Asks with headers, or for a path, that `fetch` does not let anybody set. */
const ask = (url: string, headers: Readonly<Record<string, string>>, path?: string): Promise<Got> =>
  new Promise((resolve, reject) => {
    request(url, { headers, ...(path !== undefined && { path }) }, (response) => {
      response.resume();
      resolve({ status: response.statusCode, headers: response.headers });
    })
      .on('error', reject)
      .end();
  });

describe('what is served on loopback', () => {
  test('answers whoever asks this machine by its own name', async () => {
    const text = await withLoopback(hello, 0, async (url) => (await fetch(`${url}/hello`)).text());
    expect(text).toBe('hello ');
  });

  test('has nothing for a name of somebody else that leads here', async () => {
    const { status } = await withLoopback(hello, 0, (url) => ask(`${url}/hello`, { host: 'evil.example' }));
    expect(status).toBe(403);
  });

  test("has nothing for another page's script", async () => {
    const { status } = await withLoopback(hello, 0, (url) =>
      ask(`${url}/hello`, { origin: 'https://evil.example' }),
    );
    expect(status).toBe(403);
  });

  test('tells a browser to ask nobody else', async () => {
    const { headers } = await withLoopback(hello, 0, (url) => ask(`${url}/hello`, {}));
    expect(headers['content-security-policy']).toContain("default-src 'self'");
  });

  test('says what there is not', async () => {
    const said = await withLoopback(hello, 0, async (url) => {
      const response = await fetch(`${url}/else`);
      return [response.status, await response.text()];
    });
    expect(said).toEqual([404, 'There is no /else.\n']);
  });

  test('says why an answer failed', async () => {
    const failing: Answering = () => Promise.reject(new Error('the file is gone'));
    const said = await withLoopback(failing, 0, async (url) => (await fetch(url)).text());
    expect(said).toBe('the file is gone\n');
  });

  test.each(['//', '//evil.example', '/%', '/\\', '/?%'])(
    'answers still after it was asked %s',
    async (path) => {
      const said = await withLoopback(hello, 0, async (url) => [
        (await ask(url, {}, path)).status,
        await (await fetch(`${url}/hello`)).text(),
      ]);
      expect(said).toEqual([404, 'hello ']);
    },
  );

  test('takes no whole address for a path', async () => {
    const { status } = await withLoopback(hello, 0, (url) => ask(url, {}, 'http://evil.example/hello'));
    expect(status).toBe(400);
  });

  test('asks for whom a question is before what it asks', async () => {
    const { status } = await withLoopback(hello, 0, (url) => ask(url, { host: 'evil.example' }, '//'));
    expect(status).toBe(403);
  });

  test('breaks off what fails as it begins to stream, and answers still', async () => {
    const failing: Answering = (question) =>
      question.path === '/stream'
        ? Promise.resolve({
            type: 'text/plain',
            body: () => {
              throw new Error('there is no state');
            },
          })
        : hello(question);
    const text = await withLoopback(failing, 0, async (url) => {
      await expect(fetch(`${url}/stream`)).rejects.toThrow('fetch failed');
      return (await fetch(`${url}/hello`)).text();
    });
    expect(text).toBe('hello ');
  });

  test('says that too much was sent', async () => {
    const body = 'x'.repeat(3_000_000);
    const status = await withLoopback(
      hello,
      0,
      async (url) => (await fetch(`${url}/hello`, { method: 'POST', body })).status,
    );
    expect(status).toBe(413);
  });

  test('is gone when what used it has ended', async () => {
    const url = await withLoopback(hello, 0, (at) => Promise.resolve(at));
    await expect(fetch(`${url}/hello`)).rejects.toThrow('fetch failed');
  });

  test('says that a port is taken', async () => {
    await withLoopback(hello, 0, async (url) => {
      const port = Number(new URL(url).port);
      await expect(withLoopback(hello, port, () => Promise.resolve())).rejects.toThrow(
        `Port ${port} cannot be listened on`,
      );
    });
  });
});
