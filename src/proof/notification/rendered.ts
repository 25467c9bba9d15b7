import { refuse } from '#ground/fault.js';
import type { Reader } from '#routing/message/reader.js';
import type { Integration } from '#routing/receiver/receiver.js';
import { messageTemplates } from '#routing/receiver/templates.js';
import { type Notification, templateData } from './notification.js';
import { render } from './render.js';

/** One text of a message, under the name of its field: `title` of Slack, `details.firing` of PagerDuty. */
export interface NotificationText {
  readonly name: string;
  readonly text: string;
}

/**
 * What somebody reads who is told of alerts by an integration: every text of the message, as the real Alertmanager renders it;
 * none for a webhook.
 *
 * @param reader in which language and by which clock: a routing is one.
 * @throws Error with every template that cannot be rendered, what in it is at fault and why.
 */
export const rendered = async (
  integration: Integration,
  reader: Reader,
  notification: Notification,
): Promise<readonly NotificationText[]> => {
  const data = templateData(integration.integration, notification);
  const results = await Promise.all(
    messageTemplates(integration, reader).map(async (each) => ({
      name: each.name,
      ...(await render(each, data)),
    })),
  );
  const faults = results.flatMap((result) =>
    'refused' in result
      ? [
          {
            where: `message.${result.name}`,
            what: '',
            code: 'template-refused' as const,
            why: result.refused,
            cure: '',
          },
        ]
      : [],
  );
  refuse(integration.integration, faults);
  return results.flatMap((result) => ('text' in result ? [{ name: result.name, text: result.text }] : []));
};
