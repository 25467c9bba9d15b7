import { once } from 'node:events';
import { type IncomingHttpHeaders, createServer } from 'node:http';

/** What stands before a server: it hands requests on, and remembers how they came. */
export interface Gate {
  readonly url: string;
  readonly seen: readonly IncomingHttpHeaders[];
}

/** Stands before a server while `use` works with it. */
export const withGate = async <T>(before: string, use: (gate: Gate) => Promise<T>): Promise<T> => {
  const seen: IncomingHttpHeaders[] = [];
  const gate = createServer(async (request, response) => {
    seen.push(request.headers);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const { host: _, connection: __, 'content-length': ___, ...headers } = request.headers;
    const answer = await fetch(`${before}${request.url ?? '/'}`, {
      method: request.method ?? 'POST',
      headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
      body: Buffer.concat(chunks),
    }).catch(() => undefined);
    response.writeHead(answer?.status ?? 502).end(await answer?.text());
  }).listen(0, '127.0.0.1');
  await once(gate, 'listening');
  const address = gate.address();
  if (address === null || typeof address === 'string') throw new Error('the gate listens on no port');
  try {
    return await use({ url: `http://127.0.0.1:${address.port}`, seen });
  } finally {
    gate.closeAllConnections();
    gate.close();
  }
};
