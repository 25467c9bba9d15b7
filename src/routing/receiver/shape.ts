import { secretReference } from '#ground/secret.js';
import {
  type Shape,
  aFunction,
  aNumber,
  anything,
  byName,
  exactly,
  fields,
  listOf,
  named,
  oneOf,
  text,
  truth,
} from '#ground/shape.js';
import { isObject } from '#ground/field.js';
import { utc } from '#routing/message/clock.js';
import { discordMessage } from '#routing/message/discord.js';
import { emailMessage } from '#routing/message/email.js';
import { msteamsMessage } from '#routing/message/msteams.js';
import { opsgenieMessage } from '#routing/message/opsgenie.js';
import { pagerdutyMessage } from '#routing/message/pagerduty.js';
import type { Reader } from '#routing/message/reader.js';
import { slackMessage } from '#routing/message/slack.js';
import { snsMessage } from '#routing/message/sns.js';
import { telegramMessage } from '#routing/message/telegram.js';
import { regions } from './opsgenie.js';

const proxied = exactly({}, { proxy: text });
const http = exactly({}, { proxy: text, bearerToken: secretReference });
const told = { integration: anything, sendResolved: truth, pages: truth };

const anybody: Reader = { language: 'en', clock: utc };
/** Templates by the fields that the project's own message has. */
const message = (of: (reader: Reader) => object): Shape => {
  const own = Object.keys(of(anybody));
  return exactly({}, Object.fromEntries(own.map((field) => [field, anything])));
};

/** What each kind of integration is told, where types were put aside. */
const shapes: Readonly<Record<string, Shape>> = {
  slack: exactly({ ...told, url: secretReference, channel: text, http, message: message(slackMessage) }),
  email: exactly(
    {
      ...told,
      to: listOf(text),
      from: text,
      smarthost: text,
      requireTLS: truth,
      message: message(emailMessage),
    },
    { hello: text, login: exactly({ username: named, password: secretReference }) },
  ),
  pagerduty: exactly({
    ...told,
    routingKey: secretReference,
    http: proxied,
    message: message(pagerdutyMessage),
  }),
  opsgenie: exactly({
    ...told,
    apiKey: secretReference,
    region: oneOf(regions),
    http: proxied,
    message: message(opsgenieMessage),
  }),
  msteams: exactly({ ...told, url: secretReference, http, message: message(msteamsMessage) }),
  discord: exactly({ ...told, url: secretReference, http, message: message(discordMessage) }),
  telegram: exactly({
    ...told,
    botToken: secretReference,
    chat: aNumber,
    http: proxied,
    message: message(telegramMessage),
  }),
  sns: exactly(
    { ...told, topicArn: text, http: proxied, message: message(snsMessage) },
    { keys: exactly({ access: secretReference, secret: secretReference }) },
  ),
  own: exactly({
    ...told,
    ...{ service: text, address: text, secrets: listOf(secretReference) },
    ...{ operator: aFunction, file: aFunction, templates: aFunction },
  }),
  webhook: exactly({ ...told, url: secretReference, maxAlerts: aNumber, http }),
};

const kind = fields({ integration: oneOf(Object.keys(shapes)) });

/** One way to tell somebody. What is a text may be the URL itself, and so is not told. */
export const integrationShape: Shape = (where, value) => {
  if (typeof value === 'string')
    return secretReference(where, value).map((fault) => ({
      ...fault,
      cure: "write e.g. slack({ url: secret('shop-slack', 'url'), channel: '#shop' })",
    }));
  const unknown = kind(where, value);
  const shape = isObject(value) ? shapes[String(value['integration'])] : undefined;
  return unknown.length > 0 || shape === undefined ? unknown : shape(where, value);
};

/** Receivers by their names, each of one integration or of several. */
export const receiversShape: Shape = byName((where, value) =>
  Array.isArray(value) ? listOf(integrationShape)(where, value) : integrationShape(where, value),
);
