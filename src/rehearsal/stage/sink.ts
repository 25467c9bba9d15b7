import { once } from 'node:events';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { Medium } from '#browser/wire/message.js';
import { reason } from '#proof/tools/reason.js';
import { portOf } from './listening.js';

/** What was posted. */
export interface Posted {
  /** Where: `3/v2/alerts`, of which the number is that of whoever is told. */
  readonly path: string;
  readonly text: string;
}

/** Takes what Alertmanager posts, in the place of Slack and the others, on loopback. */
interface Sink {
  /** The URL of whoever has a number, without a slash at its end. */
  readonly url: (number: number) => string;
  readonly close: () => Promise<void>;
}

/** What each service answers where all is well; Alertmanager takes some answers alone for that. */
const answers: Partial<Readonly<Record<Medium, readonly [status: number, text: string]>>> = {
  pagerduty: [202, '{"status":"success"}'],
  opsgenie: [202, '{"result":"Request will be processed"}'],
  discord: [204, ''],
  telegram: [200, '{"ok":true,"result":{"message_id":1,"date":0,"chat":{"id":1,"type":"group"}}}'],
  sms: [
    200,
    '<PublishResponse xmlns="https://sns.amazonaws.com/doc/2010-03-31/"><PublishResult><MessageId>1</MessageId></PublishResult></PublishResponse>',
  ],
};

const answer = (response: ServerResponse, medium: Medium): void => {
  const [status, text] = answers[medium] ?? [200, 'ok'];
  const type = medium === 'sms' ? 'text/xml' : text.startsWith('{') ? 'application/json' : 'text/plain';
  response.writeHead(status, { 'content-type': type }).end(text);
};

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const part of request.setEncoding('utf8')) text += String(part);
  return text;
};

/** @param mediumOf what kind of service a number stands for. */
export const openSink = async (
  mediumOf: (number: number) => Medium,
  take: (posted: Posted) => void,
): Promise<Sink> => {
  const server = createServer((request, response) => {
    const path = (request.url ?? '').slice(1);
    bodyOf(request)
      .then((text) => {
        take({ path, text });
        answer(response, mediumOf(Number.parseInt(path, 10)));
      })
      // Whoever hangs up in the middle has told nothing, and hears nothing; of what could not be taken Alertmanager's log tells.
      .catch((error: unknown) => response.writeHead(500).end(reason(error)));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: (number) => `http://127.0.0.1:${portOf(server)}/${number}`,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
};
