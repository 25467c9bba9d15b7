import type { IReceiver } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1alpha1/Receiver';
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
} from './alertmanager-integration.js';
import type { Own } from '#routing/receiver/own.js';
import { byKey } from '#ground/by-key.js';
import { some } from './some.js';

/** Those that have no word of their own, under the names of their lists, as the operator writes them. */
const ownLists = (own: readonly Own[], reader: Reader): Partial<IReceiver> =>
  Object.fromEntries(
    [...byKey(own, ({ service }) => `${service}Configs`)].map(([list, its]) => [
      list,
      its.map((each) => ({ ...each.operator(reader), sendResolved: each.sendResolved })),
    ]),
  );

type Kind = Integration['integration'];
type Of<K extends Kind> = Extract<Integration, { readonly integration: K }>;

/** Each kind under the name of its list; a new one does not compile without its line. */
const lists = (of: <K extends Kind>(kind: K) => readonly Of<K>[], reader: Reader) =>
  ({
    slack: some(
      'slackConfigs',
      of('slack').map((each) => slackConfig(each, reader)),
    ),
    email: some(
      'emailConfigs',
      of('email').map((each) => emailConfig(each, reader)),
    ),
    pagerduty: some(
      'pagerdutyConfigs',
      of('pagerduty').map((each) => pagerdutyConfig(each, reader)),
    ),
    opsgenie: some(
      'opsgenieConfigs',
      of('opsgenie').map((each) => opsgenieConfig(each, reader)),
    ),
    msteams: some(
      'msteamsv2Configs',
      of('msteams').map((each) => msteamsConfig(each, reader)),
    ),
    discord: some(
      'discordConfigs',
      of('discord').map((each) => discordConfig(each, reader)),
    ),
    telegram: some(
      'telegramConfigs',
      of('telegram').map((each) => telegramConfig(each, reader)),
    ),
    sns: some(
      'snsConfigs',
      of('sns').map((each) => snsConfig(each, reader)),
    ),
    webhook: some('webhookConfigs', of('webhook').map(webhookConfig)),
    own: ownLists(of('own'), reader),
  }) satisfies Readonly<Record<Kind, Partial<IReceiver>>>;

/** A receiver of an AlertmanagerConfig, whose messages are for `reader`. */
export const receiver = (name: string, integrations: Receiver, reader: Reader): IReceiver => {
  const of = <K extends Kind>(kind: K): readonly Of<K>[] =>
    integrations.filter((each): each is Of<K> => each.integration === kind);
  return Object.values(lists(of, reader)).reduce<IReceiver>((all, list) => ({ ...all, ...list }), { name });
};
