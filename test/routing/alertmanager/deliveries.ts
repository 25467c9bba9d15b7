import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What Alertmanager posts to a webhook, as far as it is looked at here. */
interface Posted {
  readonly groupLabels: Readonly<Record<string, string>>;
  readonly alerts: readonly { readonly status: string; readonly labels: Readonly<Record<string, string>> }[];
}

/** A message, and when it came. */
export interface Delivery extends Posted {
  readonly at: number;
  /** `<receiver>/<number>`. */
  readonly to: string;
}

/** Takes messages in the place of receivers. */
export const openDeliveries = async () => {
  const delivered: Delivery[] = [];
  const server = createServer((request, response) => {
    const at = Date.now();
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      const posted = JSON.parse(body) as Posted;
      delivered.push({ ...posted, at, to: decodeURIComponent((request.url ?? '').slice(1)) });
      response.writeHead(200).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on a port has an AddressInfo; a string is for one that listens on a pipe.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    delivered: (): readonly Delivery[] => delivered,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
};
