import { prometheusAlert, ruleLabels } from '#alerts/rule/prometheus.js';
import type { Told } from '#alerts/rule/rule.js';
import type { Application } from '#application/application.js';
import { ways } from '#routing/reach.js';
import type { Integration } from '#routing/receiver/receiver.js';
import type { Placed } from '#proof/prove-estate.js';
import { type NotificationText, rendered } from '#proof/notification/rendered.js';

/** What people are told of an alert by one integration. */
export interface Message {
  readonly integration: Integration['integration'];
  readonly texts: readonly NotificationText[];
}

/** What a person reads first: not colours, links, and the same once more as HTML. */
const isRead = ({ name, text }: NotificationText): boolean =>
  text.trim() !== '' && !/^(color|html|titleLink|fallback|links|priority|source|entity)/.test(name);

/** Any moment: proofs have none. */
const startsAt = new Date('2026-06-14T18:12:00Z');

/**
 * The messages that tell of an alert in the first scenario in which it fires, rendered by the real amtool from the templates of its
 * application: one for each kind of integration that it may go to.
 *
 * @throws Error where a template cannot be rendered.
 */
export const messagesOf = (
  { routing, severities }: Application,
  { alert, context }: Placed,
): Promise<readonly Message[]> => {
  const [shown] = alert.scenarios().fires;
  if (shown === undefined) return Promise.resolve([]);
  const told = ({ labels, texts }: Told) => ({
    labels: { alertname: alert.name, ...labels, ...ruleLabels(alert, context) },
    annotations: prometheusAlert({ ...alert, texts }, context).annotations ?? {},
    startsAt,
  });
  const [first, ...others] = shown.tells;
  const alerts = [told(first), ...others.map(told)] as const;
  const { labels } = alerts[0];
  const receivers = new Set(ways(routing, { labels }).flat());
  const integrations = [...receivers].flatMap((name) => routing.receivers[name] ?? []);
  const kinds = new Map(integrations.map((each) => [each.integration, each]));
  return Promise.all(
    [...kinds.values()].map(async (integration) => ({
      integration: integration.integration,
      texts: (await rendered(integration, { ...routing, severities }, { alerts })).filter(isRead),
    })),
  );
};

const titles: Readonly<Record<Integration['integration'], string>> = {
  slack: 'Slack',
  email: 'E-mail',
  pagerduty: 'PagerDuty',
  opsgenie: 'Opsgenie',
  msteams: 'Microsoft Teams',
  discord: 'Discord',
  telegram: 'Telegram',
  sns: 'SNS',
  webhook: 'Webhook (the alerts themselves, as JSON)',
  own: 'Another of Alertmanager',
};

/** Messages as people compare them: which integration, which field, its text. */
export const messagesText = (name: string, messages: readonly Message[]): string =>
  [
    `What is told of ${name} when it fires:`,
    ...messages.flatMap(({ integration, texts }) => [
      `  ${titles[integration]}`,
      ...texts.flatMap(({ name: field, text }) => {
        const [first = '', ...rest] = text.trim().split('\n');
        return [`    ${field}: ${first}`, ...rest.map((line) => `      ${line}`.trimEnd())];
      }),
    ]),
    '',
  ].join('\n');
