import { once } from 'node:events';
import { type Server, createServer } from 'node:http';

/** A server on a free port of the loopback interface. */
export interface Serving {
  readonly address: string;
  readonly close: () => void;
}

const serving = async (server: Server): Promise<Serving> => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('it listens on no port');
  return {
    address: `127.0.0.1:${address.port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};

/** What answers each scrape with this text. */
export const exposing = (exposition: string): Promise<Serving> =>
  serving(
    createServer((_, response) => {
      response.setHeader('Content-Type', 'text/plain; version=0.0.4; charset=utf-8').end(exposition);
    }),
  );

/** What takes each body that is posted to it. */
export const taking = (take: (body: string) => void): Promise<Serving> =>
  serving(
    createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        take(Buffer.concat(parts).toString());
        response.end();
      });
    }),
  );

/** What answers each path with a text, as an exposition. */
export const answeringBy = (answer: (path: string) => string): Promise<Serving> =>
  serving(
    createServer((request, response) => {
      response
        .setHeader('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
        .end(answer(request.url ?? '/'));
    }),
  );
