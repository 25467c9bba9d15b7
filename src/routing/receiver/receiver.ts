import { type Fault, below } from '#ground/fault.js';
import { type Discord, discordFaults } from './discord.js';
import { type Email, emailFaults } from './email.js';
import { type MSTeams, msteamsFaults } from './msteams.js';
import { type Opsgenie, opsgenieFaults } from './opsgenie.js';
import { type Own, ownFaults } from './own.js';
import { type PagerDuty, pagerdutyFaults } from './pagerduty.js';
import { type Slack, slackFaults } from './slack.js';
import { type Sns, snsFaults } from './sns.js';
import { type Telegram, telegramFaults } from './telegram.js';
import { type Webhook, webhookFaults } from './webhook.js';

/** One way to tell somebody. */
export type Integration =
  Slack | Email | PagerDuty | Opsgenie | MSTeams | Discord | Telegram | Sns | Webhook | Own;

/** All that a receiver sends to. One without any swallows its alerts: nobody is told. */
export type Receiver = readonly Integration[];

const integrationFaults = (at: string, integration: Integration): readonly Fault[] => {
  switch (integration.integration) {
    case 'slack':
      return slackFaults(at, integration);
    case 'email':
      return emailFaults(at, integration);
    case 'pagerduty':
      return pagerdutyFaults(at, integration);
    case 'opsgenie':
      return opsgenieFaults(at, integration);
    case 'msteams':
      return msteamsFaults(at, integration);
    case 'discord':
      return discordFaults(at, integration);
    case 'telegram':
      return telegramFaults(at, integration);
    case 'sns':
      return snsFaults(at, integration);
    case 'webhook':
      return webhookFaults(at, integration);
    case 'own':
      return below(at, ownFaults(integration));
  }
};

export const receiverFaults = (at: string, name: string, receiver: Receiver): readonly Fault[] => [
  ...(/^[a-zA-Z0-9][\w.-]*$/.test(name)
    ? []
    : [
        {
          where: at,
          what: name,
          code: 'bad-name' as const,
          why: `'${name}' is no name for a receiver`,
          cure: 'use letters, digits, -, _ and .',
        },
      ]),
  ...receiver.flatMap((integration, i) => integrationFaults(`${at}[${i}]`, integration)),
];
