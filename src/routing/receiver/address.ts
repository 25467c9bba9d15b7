import type { Integration } from './receiver.js';

/** Where an integration sends, as people call it. */
export const address = (integration: Integration): string => {
  switch (integration.integration) {
    case 'slack':
      return `Slack ${integration.channel}`;
    case 'email':
      return `E-mail ${integration.to.join(', ')}`;
    case 'pagerduty':
      return 'PagerDuty';
    case 'opsgenie':
      return 'Opsgenie';
    case 'msteams':
      return `Microsoft Teams ${integration.url.name}`;
    case 'discord':
      return `Discord ${integration.url.name}`;
    case 'telegram':
      return `Telegram ${integration.chat}`;
    case 'sns':
      return `SNS ${integration.topicArn}`;
    case 'own':
      return integration.address;
    case 'webhook':
      return `Webhook ${integration.url.name}`;
  }
};
