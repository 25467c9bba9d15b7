import {
  type Field,
  type Fields,
  as,
  convert,
  duration,
  keyValues,
  list,
  prefixed,
  refused,
  secret,
  secretUrl,
  texts,
} from './fields.js';

const object =
  (name: string, fields: Fields): Field =>
  (value, at, context) => ({ [name]: convert(fields, value, at, context) });

/** As the operator writes an authorization: of the type that it takes where none is named. */
const authorization: Field = (value, at, context) => ({
  authorization: { type: 'Bearer', ...convert({ credentials: secret('credentials') }, value, at, context) },
});

const httpConfig: Field = object('http_config', {
  authorization,
  proxyURL: as('proxy_url', 'string'),
});

// Fields of v1alpha1 that this project writes or may come to write; of the others the table knows nothing, and refuses them.
const slack: Fields = {
  httpConfig,
  sendResolved: as('send_resolved', 'boolean'),
  apiURL: secretUrl('api_url'),
  channel: as('channel', 'string'),
  username: as('username', 'string'),
  color: as('color', 'string'),
  title: as('title', 'string'),
  titleLink: as('title_link', 'string'),
  pretext: as('pretext', 'string'),
  text: as('text', 'string'),
  footer: as('footer', 'string'),
  fallback: as('fallback', 'string'),
  callbackId: as('callback_id', 'string'),
  iconEmoji: as('icon_emoji', 'string'),
  iconURL: as('icon_url', 'string'),
  linkNames: as('link_names', 'boolean'),
  mrkdwnIn: texts('mrkdwn_in'),
};

const smarthost: Field = (value, at) => {
  if (typeof value !== 'string' || !/^[^:\s]+:\d+$/.test(value))
    throw refused(at, `${JSON.stringify(value)} is no host:port`);
  return { smarthost: value };
};

const email: Fields = {
  sendResolved: as('send_resolved', 'boolean'),
  to: as('to', 'string'),
  from: as('from', 'string'),
  hello: as('hello', 'string'),
  smarthost,
  authUsername: as('auth_username', 'string'),
  authPassword: secret('auth_password'),
  authSecret: secret('auth_secret'),
  authIdentity: as('auth_identity', 'string'),
  headers: keyValues('headers'),
  html: as('html', 'string'),
  text: as('text', 'string'),
  requireTLS: as('require_tls', 'boolean'),
};

const pagerduty: Fields = {
  httpConfig,
  sendResolved: as('send_resolved', 'boolean'),
  routingKey: secret('routing_key'),
  serviceKey: secret('service_key'),
  url: as('url', 'string'),
  client: as('client', 'string'),
  clientURL: as('client_url', 'string'),
  description: as('description', 'string'),
  severity: as('severity', 'string'),
  class: as('class', 'string'),
  group: as('group', 'string'),
  component: as('component', 'string'),
  details: keyValues('details'),
  pagerDutyLinkConfigs: list('links', { href: as('href', 'string'), alt: as('text', 'string') }),
};

const webhook: Fields = {
  httpConfig,
  sendResolved: as('send_resolved', 'boolean'),
  url: as('url', 'string'),
  urlSecret: secretUrl('url'),
  maxAlerts: as('max_alerts', 'number'),
  timeout: duration('timeout'),
};

const opsgenie: Fields = {
  httpConfig,
  sendResolved: as('send_resolved', 'boolean'),
  apiKey: secret('api_key'),
  apiURL: as('api_url', 'string'),
  message: as('message', 'string'),
  description: as('description', 'string'),
  source: as('source', 'string'),
  entity: as('entity', 'string'),
  priority: as('priority', 'string'),
  updateAlerts: as('update_alerts', 'boolean'),
};

const msteamsv2: Fields = {
  httpConfig,
  sendResolved: as('send_resolved', 'boolean'),
  webhookURL: secretUrl('webhook_url'),
  title: as('title', 'string'),
  text: as('text', 'string'),
};

const discord: Fields = {
  httpConfig,
  sendResolved: as('send_resolved', 'boolean'),
  apiURL: secretUrl('webhook_url'),
  title: as('title', 'string'),
  message: as('message', 'string'),
};

const telegram: Fields = {
  httpConfig,
  sendResolved: as('send_resolved', 'boolean'),
  apiURL: as('api_url', 'string'),
  botToken: secret('bot_token'),
  chatID: as('chat_id', 'number'),
  message: as('message', 'string'),
};

const sns: Fields = {
  httpConfig,
  sendResolved: as('send_resolved', 'boolean'),
  topicARN: as('topic_arn', 'string'),
  subject: as('subject', 'string'),
  message: as('message', 'string'),
  sigv4: object('sigv4', {
    region: as('region', 'string'),
    accessKey: secret('access_key'),
    secretKey: secret('secret_key'),
  }),
};

const webex: Fields = {
  httpConfig,
  sendResolved: as('send_resolved', 'boolean'),
  roomID: as('room_id', 'string'),
  message: as('message', 'string'),
};

export const receiver: Fields = {
  name: (value, at, context) => {
    if (typeof value !== 'string' || value === '') throw refused(at, 'a receiver needs a name');
    return { name: prefixed(value, context) };
  },
  slackConfigs: list('slack_configs', slack),
  emailConfigs: list('email_configs', email),
  pagerdutyConfigs: list('pagerduty_configs', pagerduty),
  webhookConfigs: list('webhook_configs', webhook),
  opsgenieConfigs: list('opsgenie_configs', opsgenie),
  msteamsv2Configs: list('msteamsv2_configs', msteamsv2),
  discordConfigs: list('discord_configs', discord),
  telegramConfigs: list('telegram_configs', telegram),
  snsConfigs: list('sns_configs', sns),
  webexConfigs: list('webex_configs', webex),
};
