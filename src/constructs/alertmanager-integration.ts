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

const httpConfig = ({ bearerToken, proxy }: Http) =>
  bearerToken === undefined && proxy === undefined
    ? {}
    : {
        httpConfig: {
          ...(bearerToken && { authorization: { credentials: { ...bearerToken } } }),
          ...(proxy !== undefined && { proxyURL: proxy }),
        },
      };

export const slackConfig = (slack: Slack, reader: Reader) => ({
  apiURL: { ...slack.url },
  channel: slack.channel,
  ...httpConfig(slack.http),
  sendResolved: slack.sendResolved,
  ...slackTemplates(slack, reader),
});

export const emailConfig = (email: Email, reader: Reader) => {
  const { to, from, smarthost, requireTLS, hello, login, sendResolved } = email;
  const { subject, html, text } = emailTemplates(email, reader);
  return {
    to: to.join(', '),
    from,
    smarthost,
    ...(!requireTLS && { requireTLS }),
    ...(hello !== undefined && { hello }),
    ...(login && { authUsername: login.username, authPassword: { ...login.password } }),
    sendResolved,
    headers: [{ key: 'Subject', value: subject }],
    html,
    text,
  };
};

export const pagerdutyConfig = (pagerduty: PagerDuty, reader: Reader) => {
  const { details, links, ...texts } = pagerdutyTemplates(pagerduty, reader);
  return {
    routingKey: { ...pagerduty.routingKey },
    ...httpConfig(pagerduty.http),
    sendResolved: pagerduty.sendResolved,
    ...texts,
    details: Object.entries(details).map(([key, value]) => ({ key, value })),
    // The operator calls a link's text `alt`.
    pagerDutyLinkConfigs: links.map(({ href, text }) => ({ href, alt: text })),
  };
};

export const opsgenieConfig = (opsgenie: Opsgenie, reader: Reader) => {
  const apiURL = opsgenieApi(opsgenie);
  return {
    apiKey: { ...opsgenie.apiKey },
    ...(apiURL !== undefined && { apiURL }),
    ...httpConfig(opsgenie.http),
    sendResolved: opsgenie.sendResolved,
    updateAlerts: true,
    ...opsgenieTemplates(opsgenie, reader),
  };
};

export const msteamsConfig = (msteams: MSTeams, reader: Reader) => ({
  webhookURL: { ...msteams.url },
  ...httpConfig(msteams.http),
  sendResolved: msteams.sendResolved,
  ...msteamsTemplates(msteams, reader),
});

export const discordConfig = (discord: Discord, reader: Reader) => ({
  apiURL: { ...discord.url },
  ...httpConfig(discord.http),
  sendResolved: discord.sendResolved,
  ...discordTemplates(discord, reader),
});

export const telegramConfig = (telegram: Telegram, reader: Reader) => ({
  botToken: { ...telegram.botToken },
  chatID: telegram.chat,
  ...httpConfig(telegram.http),
  sendResolved: telegram.sendResolved,
  ...telegramTemplates(telegram, reader),
});

export const snsConfig = (sns: Sns, reader: Reader) => ({
  topicARN: sns.topicArn,
  sigv4: {
    region: topicRegion(sns),
    ...(sns.keys && { accessKey: { ...sns.keys.access }, secretKey: { ...sns.keys.secret } }),
  },
  ...httpConfig(sns.http),
  sendResolved: sns.sendResolved,
  ...snsTemplates(sns, reader),
});

export const webhookConfig = ({ url, http, maxAlerts, sendResolved }: Webhook) => ({
  urlSecret: { ...url },
  ...httpConfig(http),
  sendResolved,
  ...(maxAlerts > 0 && { maxAlerts }),
});
