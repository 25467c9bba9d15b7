import { type Fault } from '#ground/fault.js';
import type { Reader } from '#routing/message/reader.js';
import type { Integration, Receiver } from '#routing/receiver/receiver.js';
import {
  discordConfig,
  emailConfig,
  msteamsConfig,
  opsgenieConfig,
  pagerdutyConfig,
  slackConfig,
  snsConfig,
  telegramConfig,
  webhookConfig,
} from './integration.js';
import { mountedSecret } from './secret.js';

const written = (integration: Integration, reader: Reader): readonly [list: string, config: object] => {
  switch (integration.integration) {
    case 'slack':
      return ['slack_configs', slackConfig(integration, reader)];
    case 'email':
      return ['email_configs', emailConfig(integration, reader)];
    case 'pagerduty':
      return ['pagerduty_configs', pagerdutyConfig(integration, reader)];
    case 'opsgenie':
      return ['opsgenie_configs', opsgenieConfig(integration, reader)];
    case 'msteams':
      return ['msteamsv2_configs', msteamsConfig(integration, reader)];
    case 'discord':
      return ['discord_configs', discordConfig(integration, reader)];
    case 'telegram':
      return ['telegram_configs', telegramConfig(integration, reader)];
    case 'sns':
      return ['sns_configs', snsConfig(integration, reader)];
    case 'own':
      return [
        `${integration.service}_configs`,
        { ...integration.file(mountedSecret, reader), send_resolved: integration.sendResolved },
      ];
    case 'webhook':
      return ['webhook_configs', webhookConfig(integration)];
  }
};

/** What a receiver asks for that a file of Alertmanager cannot say without a secret in it. */
export const receiverFaults = (name: string, integrations: Receiver): readonly Fault[] =>
  integrations.flatMap((each, i) =>
    each.integration === 'sns' && each.keys
      ? [
          {
            where: `receivers.${name}[${i}].keys`,
            what: each.keys.access.name,
            code: 'secret-not-from-a-file',
            why: 'Alertmanager reads keys of AWS from its configuration alone, never from a file, and that would hold them',
            cure: 'leave them out, and give the host a role that may publish',
          },
        ]
      : [],
  );

/** An entry of `receivers`, https://prometheus.io/docs/alerting/latest/configuration/#receiver, whose messages are for `reader`. */
export const receiver = (name: string, integrations: Receiver, reader: Reader): object => {
  const configs = integrations.map((each) => written(each, reader));
  const lists = [...new Set(configs.map(([list]) => list))].map((list) => [
    list,
    configs.filter(([other]) => other === list).map(([, config]) => config),
  ]);
  return { name, ...Object.fromEntries(lists) };
};
