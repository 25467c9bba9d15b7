import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { portOf } from '#rehearsal/stage/listening.js';
import { type Network, openNetwork } from '#rehearsal/stage/network.js';
import { openSink } from '#rehearsal/stage/sink.js';

let network: Network;
// Begins an answer, and ends in the middle of it.
const broken = createServer((_, response) => {
  response.writeHead(200, { 'content-length': '100' }).write('a part', () => response.destroy());
});

/** What comes of a question to the proxy: the status, and the whole text or `cut off`. */
const asked = (path: string): Promise<string> =>
  new Promise((resolve, failed) => {
    request(network.proxy, { path }, (answer) => {
      let text = '';
      answer
        .on('data', (bytes: Buffer) => (text += bytes.toString()))
        .on('error', () => resolve(`${answer.statusCode} cut off`))
        .on('end', () => resolve(`${answer.statusCode} ${text}`));
    })
      .on('error', failed)
      .end();
  });

beforeAll(async () => {
  network = await openNetwork();
  broken.listen(0, '127.0.0.1');
  await once(broken, 'listening');
  network.join('shop:8000/metrics', { page: () => 'up 1' });
  network.join('broken', { server: `http://127.0.0.1:${portOf(broken)}` });
});
afterAll(async () => {
  await network.close();
  broken.close();
  await once(broken, 'close');
});

describe('the network of a place', () => {
  test('answers under a name', async () => {
    expect(await asked('http://shop:8000/metrics')).toBe('200 up 1');
  });

  test('says to whoever takes it for a server that it is a proxy', async () => {
    expect(await asked('/')).toBe('400 this is a proxy: it is asked for whole URLs');
  });

  test('cuts off an answer that the server ends in the middle', async () => {
    expect(await asked('http://broken/')).toBe('200 cut off');
  });

  test('is still there afterwards', async () => {
    expect(await asked('http://nobody/')).toBe('502 nothing answers at nobody/');
  });
});

test('what is posted and cannot be taken is refused, with the reason', async () => {
  const sink = await openSink(
    () => 'slack',
    () => {
      throw new Error('it cannot be read');
    },
  );
  const answer = await fetch(sink.url(0), { method: 'POST', body: '{}' });
  const told = [answer.status, await answer.text()];
  await sink.close();
  expect(told).toEqual([500, 'it cannot be read']);
});
