import { once } from 'node:events';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import { reason } from '#proof/tools/reason.js';

/** What a browser on this machine asks. */
export interface Question {
  readonly method: string;
  /** Without what stands behind `?`. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** What was sent with it: the empty text of most. */
  readonly body: string;
}

/** Writes what comes bit by bit, until whoever asked goes away: then what is handed back is called. */
export type Streaming = (write: (text: string) => void) => () => void;

export interface Answer {
  readonly status?: number;
  readonly type: string;
  readonly body: string | Uint8Array | Streaming;
}

/** Answers a question; nothing where there is no such page. */
export type Answering = (question: Question) => Promise<Answer | undefined>;

/** No more than a long query is ever sent, in bytes. */
const mostSent = 1_000_000;

/** What was sent; nothing where that is too much, which is read to its end all the same: whoever still sends reads no answer. */
const sent = async (request: IncomingMessage): Promise<string | undefined> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size <= mostSent) chunks.push(bytes);
  }
  return size > mostSent ? undefined : Buffer.concat(chunks).toString('utf8');
};

/** What a browser is told of every answer: to guess nothing, to ask nobody else, to keep nothing. */
const always = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy':
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; frame-src 'self' data: blob:; frame-ancestors 'self'; base-uri 'none'; form-action 'none'",
};

const say = (response: ServerResponse, { status = 200, type, body }: Answer): void => {
  // Whoever asked went away: nobody would end what streams.
  if (response.closed || response.destroyed) return;
  response.writeHead(status, { ...always, 'content-type': type });
  if (typeof body === 'function')
    response.once(
      'close',
      body((text) => response.write(text)),
    );
  else response.end(body);
};

const told = (status: number, text: string): Answer => ({
  status,
  type: 'text/plain; charset=utf-8',
  body: `${text}\n`,
});

/** Whether somebody asks for this machine by its own name: a name of somebody else that leads here is a trick to read along. */
const isForUs = ({ headers: { host, origin } }: IncomingMessage, port: number): boolean => {
  // Browsers leave out the port that is meant where none is written.
  const names = ['127.0.0.1', 'localhost', '[::1]'].flatMap((name) => [
    `${name}:${port}`,
    ...(port === 80 ? [name] : []),
  ]);
  return (
    host !== undefined &&
    names.includes(host.toLowerCase()) &&
    (origin === undefined || names.some((name) => origin.toLowerCase() === `http://${name}`))
  );
};

/** The answer to a request; what is wrong with the request itself is told in its place. */
const answered = async (answer: Answering, request: IncomingMessage, port: number): Promise<Answer> => {
  if (!isForUs(request, port)) return told(403, 'This is served to browsers of this machine alone.');
  const { method = 'GET', url = '/' } = request;
  if (!url.startsWith('/')) return told(400, 'Write a path, which begins with /.');
  // Not as a URL beside another: `//name` would be another machine.
  const { pathname: path, searchParams: query } = new URL(`http://127.0.0.1${url}`);
  const body = await sent(request);
  if (body === undefined) return told(413, 'More was sent than any query is long.');
  return (await answer({ method, path, query, body })) ?? told(404, `There is no ${path}.`);
};

const listening = async (server: Server, port: number): Promise<number> => {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
};

/**
 * Serves pages to browsers of this machine alone, on the loopback interface, while `use` works with their URL, and hands back what `use` came
 * to. Nobody else's page can read them: the header Host must name this machine.
 *
 * @param port 0 for a free one.
 * @throws Error where the port is taken.
 */
export const withLoopback = async <T>(
  answer: Answering,
  port: number,
  use: (url: string) => Promise<T>,
): Promise<T> => {
  let taken = port;
  const server = createServer((request, response) => {
    // What is written to somebody who has gone away.
    response.on('error', () => undefined);
    answered(answer, request, taken)
      .catch((error: unknown) => told(500, reason(error)))
      .then((each) => say(response, each))
      .catch(() => response.destroy());
  });
  taken = await listening(server, port).catch((error: unknown) => {
    throw new Error(`Port ${port} cannot be listened on: ${reason(error)}`);
  });
  try {
    return await use(`http://127.0.0.1:${taken}`);
  } finally {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  }
};
