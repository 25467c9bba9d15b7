import { type Yaml, fieldsOf, itemsOf } from '#ground/yaml-tree.js';
import type { Own } from '#routing/receiver/own.js';
import { plainOf } from '#ground/yaml-tree.js';
import type { Reading } from './field.js';

/** One way to tell somebody, as somebody wrote it. */
export interface WrittenIntegration {
  /** As Alertmanager's configuration calls its list, without `_configs`: `slack`. */
  readonly service: string;
  readonly line: number;
  /** The entry of the list, with the secrets that it may hold. */
  readonly settings: Yaml;
  readonly sendResolved: boolean;
}

/** Who can be told, as somebody wrote it. */
export interface WrittenReceiver {
  readonly name: string;
  readonly line: number;
  readonly integrations: readonly WrittenIntegration[];
}

const listName = /^(\w+?)(?:_configs|Configs)$/;

/** Those that do not tell of what resolved unless told to, https://prometheus.io/docs/alerting/latest/configuration/#receiver-integration-settings. */
const silentOfResolved = /^(email|slack|wechat|rocketchat)$/;

/** A receiver with all that it sends to, of whatever kind. */
export const readReceiver = (yaml: Yaml, reading: Reading): WrittenReceiver => ({
  name: reading.text(yaml, 'name') ?? '',
  line: yaml.line,
  integrations: fieldsOf(yaml).flatMap(([field, { value }]) => {
    const service = listName.exec(field)?.[1];
    return service === undefined
      ? []
      : itemsOf(value).map((settings) => ({
          service,
          line: settings.line,
          settings,
          sendResolved: reading.truth(settings, 'send_resolved', !silentOfResolved.test(service)),
        }));
  }),
});

/** Services that ring a telephone. */
const ringing = /^(pagerduty|opsgenie|victorops|pushover|incidentio|jsm)$/;
/** Whether a service wakes somebody. */
export const rings = (service: string): boolean => ringing.test(service);

/** An integration as the simulation and the search for whom an alert reaches take it: by its kind alone. */
export const asIntegration = ({ service, settings, sendResolved }: WrittenIntegration): Own => ({
  integration: 'own',
  service,
  address: service,
  secrets: [],
  sendResolved,
  pages: rings(service),
  operator: () => objectOf(settings),
  file: () => objectOf(settings),
  templates: () => ({}),
});

const objectOf = (settings: Yaml): object => {
  const plain = plainOf(settings);
  return typeof plain === 'object' && plain !== null ? plain : {};
};
