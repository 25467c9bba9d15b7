import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { answeredOnHost } from '#hosts/answered.js';
import { hostFiles } from '#hosts/hosts.js';
import { host } from '#application/host/host.js';
import { maintenance } from '../../apps/maintenance/index.js';
import { withServer } from '#servers/server.js';
import { exposition } from '../hosts/running/exposition.js';
import { ruleOf } from '../hosts/running/fault.js';
import { history } from '../hosts/running/history.js';
import { untilNone } from '../hosts/running/patience.js';
import { withSurroundings } from '../hosts/running/surroundings.js';
import { targetsOf } from '../hosts/running/target.js';

/** A webhook that Slack no longer knows: `404 no_service`. Hands its URL to `use`. */
const withRevoked = async <T>(use: (url: string) => Promise<T>): Promise<T> => {
  const server = createServer((_, response) => response.writeHead(404).end('no_service'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on a port has an AddressInfo; a string is for one that listens on a pipe.
  const { port } = server.address() as AddressInfo;
  try {
    return await use(`http://127.0.0.1:${port}/services/revoked`);
  } finally {
    server.close();
    server.closeAllConnections();
  }
};

test('a webhook of Slack that was revoked is told by mail and by text message (mistake 80)', async () => {
  const here = host(maintenance);
  const { application } = answeredOnHost(here.application);
  const { breakNow, moment } = history();
  const told = await withRevoked((slack) =>
    withSurroundings(application, hostFiles(here), 60, async ({ network, messages, ...files }) => {
      // Something must be told, or nothing fails.
      const breaking = [ruleOf(application, { alert: 'DatabaseDown', told: [] })];
      for (const { address, families } of targetsOf(application, breaking))
        network.join(address, { page: () => exposition(families, moment()) });
      const config = files.alertmanager.replaceAll(/api_url_file: .*/g, `api_url: ${slack}`);
      return withServer('alertmanager', { config }, (alertmanager) =>
        withServer('prometheus', { config: files.prometheus }, async (prometheus) => {
          network.join('localhost:9090', { server: prometheus });
          for (const address of ['alertmanager:9093', 'alertmanager:9093/metrics'])
            network.join(address, { server: alertmanager });
          breakNow();
          const others = ['maintenance-sms/url', 'oncall@maintenance.example'];
          const toldOf = () =>
            messages.filter(({ text }) => text.includes('NotificationsFailing')).map(({ to }) => to);
          await untilNone('others to be told that Slack is not', () =>
            others.filter((each) => !toldOf().includes(each)),
          );
          return [...new Set(toldOf())].sort();
        }),
      );
    }),
  );
  expect(told).toEqual(['maintenance-sms/url', 'oncall@maintenance.example']);
}, 120_000);
