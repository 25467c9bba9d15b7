import type { IReceiver } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1alpha1/Receiver';
import type { Reader } from '../routing/message/reader.js';
import { type Email, emailTemplates } from '../routing/receiver/email.js';
import { type PagerDuty, pagerdutyTemplates } from '../routing/receiver/pagerduty.js';
import type { Receiver } from '../routing/receiver/receiver.js';
import { type Slack, slackTemplates } from '../routing/receiver/slack.js';
import type { Webhook } from '../routing/receiver/webhook.js';
import { some } from './some.js';

const slackConfig = (slack: Slack, reader: Reader) => ({
  apiURL: { ...slack.url },
  channel: slack.channel,
  sendResolved: slack.sendResolved,
  ...slackTemplates(slack, reader),
});

const emailConfig = (email: Email, reader: Reader) => {
  const { to, from, smarthost, login, sendResolved } = email;
  const { subject, html, text } = emailTemplates(email, reader);
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

const pagerdutyConfig = (pagerduty: PagerDuty, reader: Reader) => {
  const { details, links, ...texts } = pagerdutyTemplates(pagerduty, reader);
  return {
    routingKey: { ...pagerduty.routingKey },
    sendResolved: pagerduty.sendResolved,
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
