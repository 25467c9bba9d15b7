import type { Medium } from '#browser/wire/message.js';
import type { Configuration } from '#routing/alertmanager/configuration.js';
import { address } from '#routing/receiver/address.js';
import type { Integration } from '#routing/receiver/receiver.js';

/** One way by which a receiver is told, as alertmanager.yml has it. */
export interface Teller {
  /** `shop-prod/shop/oncall slack_configs 0`: by which it is known to Alertmanager. */
  readonly id: string;
  readonly receiver: string;
  readonly medium: Medium;
  /** Whom it reaches, as people call it: `Slack #shop`. */
  readonly to: string;
  readonly sendResolved: boolean;
}

/** The list of a receiver in which an integration stands. */
const listOf = (integration: Integration): string => {
  switch (integration.integration) {
    case 'msteams':
      return 'msteamsv2_configs';
    case 'own':
      return `${integration.service}_configs`;
    default:
      return `${integration.integration}_configs`;
  }
};

const mediumOf = (integration: Integration): Medium => {
  switch (integration.integration) {
    case 'sns':
      return 'sms';
    case 'own':
      return 'webhook';
    default:
      return integration.integration;
  }
};

/** By what Alertmanager knows an entry of a receiver's list. */
export const tellerId = (receiver: string, list: string, number: number): string =>
  `${receiver} ${list} ${number}`;

/** Everybody whom one receiver tells, in the order of its integrations. */
export const tellersOf = (receiver: string, integrations: readonly Integration[]): readonly Teller[] =>
  integrations.map((integration, i) => {
    const list = listOf(integration);
    const number = integrations.slice(0, i).filter((each) => listOf(each) === list).length;
    return {
      id: tellerId(receiver, list, number),
      receiver,
      medium: mediumOf(integration),
      to: address(integration),
      sendResolved: integration.sendResolved,
    };
  });

/** Everybody whom an Alertmanager can tell. */
export const allTellers = ({ receivers }: Pick<Configuration, 'receivers'>): readonly Teller[] =>
  Object.entries(receivers).flatMap(([name, integrations]) => tellersOf(name, integrations));
