import type { Reader } from '#routing/message/reader.js';
import { type Discord, discordTemplates } from '#routing/receiver/discord.js';
import { type Email, emailTemplates } from '#routing/receiver/email.js';
import type { Http } from '#routing/receiver/http.js';
import { type MSTeams, msteamsTemplates } from '#routing/receiver/msteams.js';
import { type Opsgenie, opsgenieApi, opsgenieTemplates } from '#routing/receiver/opsgenie.js';
import { type PagerDuty, pagerdutyTemplates } from '#routing/receiver/pagerduty.js';
import { type Slack, slackTemplates } from '#routing/receiver/slack.js';
import { type Sns, snsTemplates, topicRegion } from '#routing/receiver/sns.js';
import { type Telegram, telegramTemplates } from '#routing/receiver/telegram.js';
import type { Webhook } from '#routing/receiver/webhook.js';
import { mountedSecret } from './secret.js';

const httpConfig = ({ bearerToken, proxy }: Http): object =>
  bearerToken === undefined && proxy === undefined
    ? {}
    : {
        http_config: {
          ...(bearerToken && { authorization: { credentials_file: mountedSecret(bearerToken) } }),
          ...(proxy !== undefined && { proxy_url: proxy }),
        },
      };

export const slackConfig = (slack: Slack, reader: Reader): object => {
  const { titleLink, ...texts } = slackTemplates(slack, reader);
  return {
    api_url_file: mountedSecret(slack.url),
    channel: slack.channel,
    ...httpConfig(slack.http),
    send_resolved: slack.sendResolved,
    ...texts,
    title_link: titleLink,
  };
};

export const emailConfig = (email: Email, reader: Reader): object => {
  const { to, from, smarthost, requireTLS, hello, login, sendResolved } = email;
  const { subject, html, text } = emailTemplates(email, reader);
  return {
    to: to.join(', '),
    from,
    smarthost,
    ...(!requireTLS && { require_tls: requireTLS }),
    ...(hello !== undefined && { hello }),
    ...(login && { auth_username: login.username, auth_password_file: mountedSecret(login.password) }),
    send_resolved: sendResolved,
    headers: { Subject: subject },
    html,
    text,
  };
};

export const pagerdutyConfig = (pagerduty: PagerDuty, reader: Reader): object => ({
  routing_key_file: mountedSecret(pagerduty.routingKey),
  ...httpConfig(pagerduty.http),
  send_resolved: pagerduty.sendResolved,
  // Of its own Alertmanager links to itself.
  ...(reader.reachable === false && { client_url: '' }),
  ...pagerdutyTemplates(pagerduty, reader),
});

export const opsgenieConfig = (opsgenie: Opsgenie, reader: Reader): object => {
  const api = opsgenieApi(opsgenie);
  return {
    api_key_file: mountedSecret(opsgenie.apiKey),
    ...(api !== undefined && { api_url: api }),
    ...httpConfig(opsgenie.http),
    send_resolved: opsgenie.sendResolved,
    update_alerts: true,
    ...opsgenieTemplates(opsgenie, reader),
  };
};

export const msteamsConfig = (msteams: MSTeams, reader: Reader): object => ({
  webhook_url_file: mountedSecret(msteams.url),
  ...httpConfig(msteams.http),
  send_resolved: msteams.sendResolved,
  ...msteamsTemplates(msteams, reader),
});

// Alertmanager reads the URL from a file since 0.27, and well since 0.28.
export const discordConfig = (discord: Discord, reader: Reader): object => ({
  webhook_url_file: mountedSecret(discord.url),
  ...httpConfig(discord.http),
  send_resolved: discord.sendResolved,
  ...discordTemplates(discord, reader),
});

// Alertmanager reads the token from a file since 0.26.
export const telegramConfig = (telegram: Telegram, reader: Reader): object => ({
  bot_token_file: mountedSecret(telegram.botToken),
  chat_id: telegram.chat,
  ...httpConfig(telegram.http),
  send_resolved: telegram.sendResolved,
  ...telegramTemplates(telegram, reader),
});

export const snsConfig = (sns: Sns, reader: Reader): object => ({
  topic_arn: sns.topicArn,
  sigv4: { region: topicRegion(sns) },
  ...httpConfig(sns.http),
  send_resolved: sns.sendResolved,
  ...snsTemplates(sns, reader),
});

// Alertmanager reads a webhook's URL from a file since 0.26.
export const webhookConfig = ({ url, http, maxAlerts, sendResolved }: Webhook): object => ({
  url_file: mountedSecret(url),
  ...httpConfig(http),
  send_resolved: sendResolved,
  ...(maxAlerts > 0 && { max_alerts: maxAlerts }),
});
