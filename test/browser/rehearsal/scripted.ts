import { once } from 'node:events';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Rehearsal } from '#browser/wire/rehearsal.js';
import type { Page } from '#browser/wire/page.js';

/** The command's part of a rehearsal, played from a script. */
export interface Scripted {
  readonly url: string;
  /** What was asked of it, in the order in which it came: `POST api/faults/HighErrorRate/0 {"on":true}`. */
  readonly asked: readonly string[];
  /** Forgets what was asked. */
  readonly forget: () => void;
  /** Tells the page how the rehearsal stands. */
  readonly tell: (rehearsal: Rehearsal) => void;
  /** Answers whatever is asked from now on by a refusal. */
  readonly refuse: (why: string) => void;
  readonly close: () => Promise<void>;
}

const html = ({ style }: Page): string =>
  `<!doctype html><html><head><meta charset="utf-8"><link rel="icon" href="data:,"><meta name="viewport" content="width=device-width, initial-scale=1"><style>${style}</style></head><body><div id="page"></div><script type="module" src="page.js"></script></body></html>`;

/** As strict as the command is with its pages. */
const policy = {
  'content-security-policy':
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; frame-src 'self' data: blob:; base-uri 'none'; form-action 'none'",
};

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let body = '';
  for await (const piece of request.setEncoding('utf8')) body += piece;
  return body;
};

/** Serves the page, and tells of a rehearsal as the test has it. */
export const openScripted = async (page: Page, first: Rehearsal): Promise<Scripted> => {
  let now = first;
  let refusal: string | undefined;
  const asked: string[] = [];
  const listeners = new Set<ServerResponse>();
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = (request.url ?? '/').split('?')[0]?.slice(1);
    const send = (type: string, text: string) =>
      response.writeHead(200, { ...policy, 'content-type': type }).end(text);
    if (request.method !== 'GET') {
      asked.push(`${request.method} ${path} ${await bodyOf(request)}`.trim());
      if (refusal === undefined) response.writeHead(204).end();
      else response.writeHead(409, { 'content-type': 'text/plain' }).end(refusal);
    } else if (path === 'api/rehearsal') send('application/json', JSON.stringify(now));
    else if (path === 'api/events') {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': here\n\n');
      listeners.add(response);
      response.on('close', () => listeners.delete(response));
    } else if (path === 'page.js') send('text/javascript', page.script);
    else send('text/html; charset=utf-8', html(page));
  };
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on a port has an AddressInfo; a string is for one that listens on a pipe.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    asked,
    forget: () => void asked.splice(0),
    tell: (rehearsal) => {
      now = rehearsal;
      for (const each of listeners) each.write(`data: ${JSON.stringify(rehearsal)}\n\n`);
    },
    refuse: (why) => (refusal = why),
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
};
