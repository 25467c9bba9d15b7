import type { Reader } from '../../routing/message/reader.js';
import { type Email, emailTemplates } from '../../routing/receiver/email.js';
import { type PagerDuty, pagerdutyTemplates } from '../../routing/receiver/pagerduty.js';
import type { Integration, Receiver } from '../../routing/receiver/receiver.js';
import { type Slack, slackTemplates } from '../../routing/receiver/slack.js';
import type { Webhook } from '../../routing/receiver/webhook.js';
import { mountedSecret } from './secret.js';

const slackConfig = (slack: Slack, reader: Reader) => {
  const { titleLink, ...texts } = slackTemplates(slack, reader);
  return {
    api_url_file: mountedSecret(slack.url),
    channel: slack.channel,
    send_resolved: slack.sendResolved,
    ...texts,
    title_link: titleLink,
  };
};

const emailConfig = (email: Email, reader: Reader) => {
  const { to, from, smarthost, login, sendResolved } = email;
  const { subject, html, text } = emailTemplates(email, reader);
  return {
    to: to.join(', '),
    from,
    smarthost,
    ...(login && { auth_username: login.username, auth_password_file: mountedSecret(login.password) }),
    send_resolved: sendResolved,
    headers: { Subject: subject },
    html,
    text,
  };
};

const pagerdutyConfig = (pagerduty: PagerDuty, reader: Reader) => ({
  routing_key_file: mountedSecret(pagerduty.routingKey),
  send_resolved: pagerduty.sendResolved,
  ...pagerdutyTemplates(pagerduty, reader),
});

// Alertmanager reads a webhook's URL from a file since 0.26.
const webhookConfig = ({ url, maxAlerts, sendResolved }: Webhook) => ({
  url_file: mountedSecret(url),
  send_resolved: sendResolved,
  ...(maxAlerts > 0 && { max_alerts: maxAlerts }),
});

const written = (integration: Integration, reader: Reader): readonly [list: string, config: object] => {
  switch (integration.integration) {
    case 'slack':
      return ['slack_configs', slackConfig(integration, reader)];
    case 'email':
      return ['email_configs', emailConfig(integration, reader)];
    case 'pagerduty':
      return ['pagerduty_configs', pagerdutyConfig(integration, reader)];
    case 'webhook':
      return ['webhook_configs', webhookConfig(integration)];
  }
};

/** An entry of `receivers`, https://prometheus.io/docs/alerting/latest/configuration/#receiver, whose messages are for `reader`. */
export const receiver = (name: string, integrations: Receiver, reader: Reader): object => {
  const configs = integrations.map((each) => written(each, reader));
  const lists = [...new Set(configs.map(([list]) => list))].map((list) => [
    list,
    configs.filter(([other]) => other === list).map(([, config]) => config),
  ]);
  return { name, ...Object.fromEntries(lists) };
};
