import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Takes what Alertmanager posts, in the place of Slack and the others. */
export interface Sink {
  readonly url: (path: string) => string;
  /** The JSON of the next request to a path: one that came and was not asked for yet, or the next to come. */
  readonly next: (path: string) => Promise<unknown>;
  /** What the last request to a path was authorized by. */
  readonly authorization: (path: string) => string | undefined;
  readonly close: () => Promise<void>;
}

export const openSink = async (): Promise<Sink> => {
  const arrived = new Map<string, unknown[]>();
  const awaited = new Map<string, ((body: unknown) => void)[]>();
  const authorizations = new Map<string, string | undefined>();
  const take = (path: string, body: unknown): void => {
    const waiting = awaited.get(path)?.shift();
    if (waiting) waiting(body);
    else arrived.set(path, [...(arrived.get(path) ?? []), body]);
  };

  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      authorizations.set(request.url ?? '', request.headers.authorization);
      take(request.url ?? '', JSON.parse(body));
      // PagerDuty answers 202, and Slack `ok`.
      response
        .writeHead(request.url === '/pagerduty' ? 202 : 200, { 'content-type': 'text/plain' })
        .end('ok');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on a port has an AddressInfo; a string is for one that listens on a pipe.
  const { port } = server.address() as AddressInfo;

  return {
    url: (path) => `http://127.0.0.1:${port}${path}`,
    next: (path) => {
      const [first, ...rest] = arrived.get(path) ?? [];
      arrived.set(path, rest);
      if (first !== undefined) return Promise.resolve(first);
      return new Promise((resolve) => awaited.set(path, [...(awaited.get(path) ?? []), resolve]));
    },
    authorization: (path) => authorizations.get(path),
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
};
