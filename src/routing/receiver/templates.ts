import type { Reader } from '#routing/message/reader.js';
import { discordTemplates } from './discord.js';
import { emailTemplates } from './email.js';
import { msteamsTemplates } from './msteams.js';
import { opsgenieTemplates } from './opsgenie.js';
import { pagerdutyTemplates } from './pagerduty.js';
import type { Integration } from './receiver.js';
import { slackTemplates } from './slack.js';
import { snsTemplates } from './sns.js';
import { telegramTemplates } from './telegram.js';

/** A Go template of a message, under the name of its field: `title`, `details.firing`, `links[0].href`. */
export interface MessageTemplate {
  readonly name: string;
  readonly template: string;
  /** What it writes. Of HTML Alertmanager escapes what a template takes from an alert. */
  readonly writes: 'text' | 'html';
}

const written = (name: string, template: string): MessageTemplate => ({ name, template, writes: 'text' });
const fields = (texts: Readonly<Record<string, string>>, under = ''): readonly MessageTemplate[] =>
  Object.entries(texts).map(([name, template]) => written(`${under}${name}`, template));

/** All templates by which an integration tells `reader` of alerts; a webhook has none, it sends the alerts themselves. */
export const messageTemplates = (integration: Integration, reader: Reader): readonly MessageTemplate[] => {
  switch (integration.integration) {
    case 'slack':
      return fields({ ...slackTemplates(integration, reader) });
    case 'email': {
      const { html, ...texts } = emailTemplates(integration, reader);
      return [...fields(texts), { name: 'html', template: html, writes: 'html' }];
    }
    case 'pagerduty': {
      const { details, links, ...texts } = pagerdutyTemplates(integration, reader);
      return [
        ...fields(texts),
        ...fields(details, 'details.'),
        ...links.flatMap((link, i) => fields({ ...link }, `links[${i}].`)),
      ];
    }
    case 'opsgenie':
      return fields({ ...opsgenieTemplates(integration, reader) });
    case 'msteams':
      return fields({ ...msteamsTemplates(integration, reader) });
    case 'discord':
      return fields({ ...discordTemplates(integration, reader) });
    case 'telegram':
      return Object.entries(telegramTemplates(integration, reader)).map(([name, template]) => ({
        name,
        template,
        writes: 'html',
      }));
    case 'sns':
      return fields({ ...snsTemplates(integration, reader) });
    case 'own':
      return fields({ ...integration.templates(reader) });
    case 'webhook':
      return [];
  }
};
