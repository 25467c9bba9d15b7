import type { Fault } from '../../ground/fault.js';
import { type Email, emailFaults } from './email.js';
import type { PagerDuty } from './pagerduty.js';
import { type Slack, slackFaults } from './slack.js';
import { type Webhook, webhookFaults } from './webhook.js';

/** One way to tell somebody. */
export type Integration = Slack | Email | PagerDuty | Webhook;

/** All that a receiver sends to. One without any swallows its alerts: nobody is told. */
export type Receiver = readonly Integration[];

const integrationFaults = (at: string, integration: Integration): readonly Fault[] => {
  switch (integration.integration) {
    case 'slack':
      return slackFaults(at, integration);
    case 'email':
      return emailFaults(at, integration);
    case 'pagerduty':
      return [];
    case 'webhook':
      return webhookFaults(at, integration);
  }
};

export const receiverFaults = (at: string, name: string, receiver: Receiver): readonly Fault[] => [
  ...(/^[a-zA-Z0-9][\w.-]*$/.test(name)
    ? []
    : [
        {
          where: at,
          what: name,
          why: `'${name}' is no name for a receiver`,
          cure: 'use letters, digits, -, _ and .',
        },
      ]),
  ...receiver.flatMap((integration, i) => integrationFaults(`${at}[${i}]`, integration)),
];
