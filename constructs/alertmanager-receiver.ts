import type { IReceiver } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1alpha1/Receiver';
import { emailMessage } from '../routing/message/email.js';
import { pagerdutyMessage } from '../routing/message/pagerduty.js';
import type { Reader } from '../routing/message/reader.js';
import { slackMessage } from '../routing/message/slack.js';
import type { Email } from '../routing/receiver/email.js';
import type { PagerDuty } from '../routing/receiver/pagerduty.js';
import type { Receiver } from '../routing/receiver/receiver.js';
import type { Slack } from '../routing/receiver/slack.js';
import type { Webhook } from '../routing/receiver/webhook.js';
import { some } from './some.js';

const slackConfig = ({ url, channel, sendResolved, message }: Slack, reader: Reader) => ({
  apiURL: { ...url },
  channel,
  sendResolved,
  ...slackMessage(reader),
  ...message,
});

const emailConfig = ({ to, from, smarthost, login, sendResolved, message }: Email, reader: Reader) => {
  const { subject, html, text } = { ...emailMessage(reader), ...message };
  return {
    to: to.join(', '),
    from,
    smarthost,
    ...(login && { authUsername: login.username, authPassword: { ...login.password } }),
    sendResolved,
    headers: [{ key: 'Subject', value: subject }],
    html,
    text,
  };
};

const pagerdutyConfig = ({ routingKey, sendResolved, message }: PagerDuty, reader: Reader) => {
  const { details, links, ...texts } = { ...pagerdutyMessage(reader), ...message };
  return {
    routingKey: { ...routingKey },
    sendResolved,
    ...texts,
    details: Object.entries(details).map(([key, value]) => ({ key, value })),
    // The operator calls a link's text `alt`.
    pagerDutyLinkConfigs: links.map(({ href, text }) => ({ href, alt: text })),
  };
};

const webhookConfig = ({ url, maxAlerts, sendResolved }: Webhook) => ({
  urlSecret: { ...url },
  sendResolved,
  ...(maxAlerts > 0 && { maxAlerts }),
});

/** A receiver of an AlertmanagerConfig, whose messages are for `reader`. */
export const receiver = (name: string, integrations: Receiver, reader: Reader): IReceiver => ({
  name,
  ...some(
    'slackConfigs',
    integrations.flatMap((each) => (each.integration === 'slack' ? [slackConfig(each, reader)] : [])),
  ),
  ...some(
    'emailConfigs',
    integrations.flatMap((each) => (each.integration === 'email' ? [emailConfig(each, reader)] : [])),
  ),
  ...some(
    'pagerdutyConfigs',
    integrations.flatMap((each) => (each.integration === 'pagerduty' ? [pagerdutyConfig(each, reader)] : [])),
  ),
  ...some(
    'webhookConfigs',
    integrations.flatMap((each) => (each.integration === 'webhook' ? [webhookConfig(each)] : [])),
  ),
});
