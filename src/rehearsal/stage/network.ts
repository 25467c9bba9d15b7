import { once } from 'node:events';
import { type IncomingMessage, type ServerResponse, createServer, request as ask } from 'node:http';
import { pipeline } from 'node:stream';
import { portOf } from './listening.js';

/** What answers under a name: a page that is made anew each time, or nothing where it is `undefined`; or a server elsewhere. */
export type Answer = { readonly page: () => string | undefined } | { readonly server: string };

/** The network of a place as far as servers reach others by HTTP: a proxy in which names mean what they mean there. */
export interface Network {
  /** To be given to a server as `proxy_url`. */
  readonly proxy: string;
  /**
   * Has `http://<address>` answer from now on: `fastapi:8000/metrics`, or `alertmanager:9093` for all of its paths; of what is asked
   * through another `blackbox:9115/probe?https://shop.example`.
   */
  readonly join: (address: string, answer: Answer) => void;
  readonly close: () => Promise<void>;
}

export const openNetwork = async (): Promise<Network> => {
  const joined = new Map<string, Answer>();
  const proxy = createServer((request, response) => {
    const { url = '' } = request;
    // A proxy is asked for the whole URL; of somebody who takes it for a server it hears a path.
    if (!URL.canParse(url)) {
      response.writeHead(400).end('this is a proxy: it is asked for whole URLs');
      return;
    }
    const { host, pathname, searchParams } = new URL(url);
    const through = `${host}${pathname}?${searchParams.get('target') ?? ''}`;
    const answer = joined.get(through) ?? joined.get(host + pathname) ?? joined.get(host);
    if (!answer) {
      response.writeHead(502).end(`nothing answers at ${host}${pathname}`);
    } else if ('server' in answer) {
      forward(request, response, answer.server);
    } else {
      const page = answer.page();
      if (page === undefined) response.writeHead(503).end('it is down, for this rehearsal');
      else response.setHeader('content-type', 'text/plain; version=0.0.4').end(page);
    }
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  return {
    proxy: `http://127.0.0.1:${portOf(proxy)}`,
    join: (address, answer) => joined.set(address, answer),
    close: async () => {
      proxy.close();
      proxy.closeAllConnections();
      await once(proxy, 'close');
    },
  };
};

const forward = (request: IncomingMessage, response: ServerResponse, server: string): void => {
  const { method, headers, url = '' } = request;
  const { pathname, search } = new URL(url);
  const onward = ask(server + pathname + search, { method, headers }, (answer) =>
    // What ends in the middle there ends in the middle here.
    pipeline(answer, response.writeHead(answer.statusCode ?? 502, answer.headers), () => undefined),
  );
  onward.on('error', ({ message }) =>
    response.headersSent ? response.destroy() : response.writeHead(502).end(message),
  );
  request.pipe(onward);
};
