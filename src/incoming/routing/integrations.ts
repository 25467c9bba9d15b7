import { discord } from '#routing/receiver/discord.js';
import { email } from '#routing/receiver/email.js';
import { msteams } from '#routing/receiver/msteams.js';
import { opsgenie } from '#routing/receiver/opsgenie.js';
import { pagerduty } from '#routing/receiver/pagerduty.js';
import type { Integration } from '#routing/receiver/receiver.js';
import { type Channel, slack } from '#routing/receiver/slack.js';
import { type Sns, sns } from '#routing/receiver/sns.js';
import { telegram } from '#routing/receiver/telegram.js';
import { webhook } from '#routing/receiver/webhook.js';
import { isDefault, spoken } from './messages.js';
import type { Settings } from '#incoming/settings/settings.js';

/** An integration by one of our words: what it is called by, and what it is given. */
export interface Worded {
  readonly word: string;
  readonly given: object;
  readonly integration: Integration;
}

type Maker = (settings: Settings, global: Settings) => Worded | undefined;

/** What is said only where it is not as it is anyway. */
const unless = <V>(name: string, value: V | undefined, usual: V): Readonly<Record<string, V>> =>
  value === undefined || value === usual ? {} : { [name]: value };

const httpOf = (settings: Settings, mayShow: boolean) => {
  const http = settings.below('http_config');
  const proxy = http?.text('proxy_url');
  const token = mayShow
    ? (http?.below('authorization')?.secret('credentials', 'token') ?? http?.secret('bearer_token', 'token'))
    : undefined;
  const isProxy = (text: string | undefined): text is `http://${string}` => text !== undefined;
  return proxy === undefined && token === undefined
    ? {}
    : { http: { ...(isProxy(proxy) && { proxy }), ...(token && { bearerToken: token }) } };
};

/** Each by its own list's name, as far as it can be said; nothing where what it cannot do without is missing, or is no plain text. */
export const makers: Readonly<Record<string, Maker>> = {
  slack: (settings, global) => {
    const url = settings.secret('api_url', 'url') ?? global.secret('slack_api_url', 'url');
    const channel = channelOf(settings.text('channel') ?? '');
    if (!url || channel === undefined) return undefined;
    const message = spoken(settings, {
      title: 'title',
      text: 'text',
      color: 'color',
      title_link: 'titleLink',
      fallback: 'fallback',
      footer: 'footer',
    });
    const given = {
      url,
      channel,
      ...httpOf(settings, true),
      ...unless('sendResolved', settings.truth('send_resolved') ?? false, true),
      ...message,
    };
    return { word: 'slack', given, integration: slack(given) };
  },
  webhook: (settings) => {
    const url = settings.secret('url', 'url') ?? settings.secret('url_secret', 'url');
    if (!url) return undefined;
    const given = {
      url,
      ...unless('maxAlerts', settings.number('max_alerts'), 0),
      ...httpOf(settings, true),
      ...unless('sendResolved', settings.truth('send_resolved'), true),
    };
    return { word: 'webhook', given, integration: webhook(given) };
  },
  email: (settings, global) => {
    const { Subject: subject, ...headers } = settings.texts('headers');
    const to = (settings.text('to') ?? '').split(',').map((each) => each.trim());
    const from = settings.text('from') ?? global.text('smtp_from');
    const smarthost = settings.text('smarthost') ?? global.text('smtp_smarthost');
    const username = settings.text('auth_username') ?? global.text('smtp_auth_username');
    const password =
      settings.secret('auth_password', 'password') ?? global.secret('smtp_auth_password', 'password');
    const hello = settings.text('hello') ?? global.text('smtp_hello');
    const requireTLS = settings.truth('require_tls') ?? global.truth('smtp_require_tls');
    if (from === undefined || !isHostAndPort(smarthost) || Object.keys(headers).length > 0) return undefined;
    const texts = spoken(settings, { html: 'html', text: 'text' });
    const given = {
      ...{ to, from, smarthost },
      ...unless('requireTLS', requireTLS, true),
      ...(hello !== undefined && { hello }),
      ...(username !== undefined && password && { login: { username, password } }),
      ...unless('sendResolved', settings.truth('send_resolved') ?? false, true),
      ...(subject === undefined || isDefault(subject) ? texts : { message: { subject, ...texts.message } }),
    };
    return { word: 'email', given, integration: email(given) };
  },
  pagerduty: (settings) => {
    const routingKey = settings.secret('routing_key', 'key');
    if (!routingKey) return undefined;
    const given = {
      routingKey,
      ...httpOf(settings, false),
      ...unless('sendResolved', settings.truth('send_resolved'), true),
      ...spoken(settings, { description: 'description', severity: 'severity', component: 'component' }),
    };
    return { word: 'pagerduty', given, integration: pagerduty(given) };
  },
  opsgenie: (settings, global) => {
    const apiKey = settings.secret('api_key', 'key') ?? global.secret('opsgenie_api_key', 'key');
    const api = settings.text('api_url') ?? global.text('opsgenie_api_url') ?? '';
    if (!apiKey || !/^$|^https:\/\/api(\.eu)?\.opsgenie\.com\/?$/.test(api)) return undefined;
    const region: 'eu' | 'us' = api.includes('.eu.') ? 'eu' : 'us';
    const given = {
      apiKey,
      ...(region === 'eu' && { region }),
      ...httpOf(settings, false),
      ...unless('sendResolved', settings.truth('send_resolved'), true),
      ...spoken(settings, {
        message: 'message',
        description: 'description',
        priority: 'priority',
        entity: 'entity',
        source: 'source',
      }),
    };
    return { word: 'opsgenie', given, integration: opsgenie(given) };
  },
  msteamsv2: (settings) => {
    const url = settings.secret('webhook_url', 'url');
    if (!url) return undefined;
    const given = {
      url,
      ...httpOf(settings, true),
      ...unless('sendResolved', settings.truth('send_resolved'), true),
      ...spoken(settings, { title: 'title', text: 'text' }),
    };
    return { word: 'msteams', given, integration: msteams(given) };
  },
  discord: (settings) => {
    const url = settings.secret('webhook_url', 'url') ?? settings.secret('api_url', 'url');
    if (!url) return undefined;
    const given = {
      url,
      ...httpOf(settings, true),
      ...unless('sendResolved', settings.truth('send_resolved'), true),
      ...spoken(settings, { title: 'title', message: 'message' }),
    };
    return { word: 'discord', given, integration: discord(given) };
  },
  telegram: (settings) => {
    const [botToken, chat] = [settings.secret('bot_token', 'token'), settings.number('chat_id')];
    if (!botToken || chat === undefined) return undefined;
    const given = {
      botToken,
      chat,
      ...httpOf(settings, false),
      ...unless('sendResolved', settings.truth('send_resolved'), true),
      ...spoken(settings, { message: 'message' }),
    };
    return { word: 'telegram', given, integration: telegram(given) };
  },
  sns: (settings) => {
    const topicArn = settings.text('topic_arn');
    const signed = settings.below('sigv4');
    const [access, secret] = [signed?.secret('access_key', 'access'), signed?.secret('secret_key', 'secret')];
    signed?.text('region');
    if (!isTopic(topicArn)) return undefined;
    const given = {
      topicArn,
      ...(access && secret && { keys: { access, secret } }),
      ...httpOf(settings, false),
      ...unless('sendResolved', settings.truth('send_resolved'), true),
      ...spoken(settings, { subject: 'subject', message: 'message' }),
    };
    return { word: 'sns', given, integration: sns(given) };
  },
};

/** A channel that is written without `#`, as older ones are, is the same. */
const channelOf = (text: string): Channel | undefined => {
  const known = /^[#@]/.test(text) || /^[CDG][A-Z0-9]{8,20}$/.test(text) ? text : `#${text}`;
  return text !== '' && isChannel(known) ? known : undefined;
};
const isChannel = (text: string): text is Channel =>
  /^[#@][\p{Ll}\p{Lo}\p{N}_.-]{1,80}$/u.test(text) || /^[CDG][A-Z0-9]{8,20}$/.test(text);
const isHostAndPort = (text: string | undefined): text is `${string}:${number}` =>
  text !== undefined && /:\d+$/.test(text);
const isTopic = (text: string | undefined): text is Sns['topicArn'] =>
  text !== undefined && /^arn:.+:sns:.+/.test(text);
