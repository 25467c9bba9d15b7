import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { chosenOf } from '#rehearsal/drill/chosen.js';
import { everywhere } from '#rehearsal/place/places.js';
import { untilNone } from '#rehearsal/servers/patience.js';
import { withStage } from '#rehearsal/stage/stage.js';
import { places } from '../estate.js';

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
  // Something must be told, or nothing fails.
  const [chosen] = chosenOf(everywhere({ places }), ['maintenance/DatabaseDown']);
  if (!chosen) throw new Error('there is no such alert');
  const { fault, rehearsed } = chosen;
  const others = ['Webhook maintenance-sms', 'E-mail oncall@maintenance.example'];
  const told = await withRevoked((slack) =>
    withStage(
      {
        ...{ rehearsed, factor: 60, breaking: [fault], realAlertmanager: true },
        edited: (text) => text.replaceAll(/api_url: http\S+(?=\n\s+callback_id)/g, `api_url: ${slack}`),
      },
      async ({ press, messages }) => {
        await press(fault, true);
        const toldOf = () =>
          messages.filter(({ alerts }) => alerts.includes('NotificationsFailing')).map(({ to }) => to);
        await untilNone('others to be told that Slack is not', () =>
          others.filter((each) => !toldOf().includes(each)),
        );
        return [...new Set(toldOf())].sort();
      },
    ),
  );
  expect(told).toEqual(others.toSorted());
}, 120_000);
