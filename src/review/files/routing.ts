import { isObject } from '#ground/field.js';
import { plainOf } from '#ground/yaml-tree.js';
import { writtenIn } from '#ground/yaml-objects.js';
import type { Configuration } from '#routing/alertmanager/configuration.js';
import { configurationOf } from '#routing/read/configuration.js';
import { readRouting, type WrittenRouting } from '#routing/read/read.js';

/** Fields that say where an integration sends, in the words of Alertmanager and of its operator. */
const addresses = ['channel', 'to', 'chat_id', 'chatID', 'topic_arn', 'topicARN', 'url', 'webhook_url'];

/** An integration with where it sends in its name, by which one Slack is told from another. */
const addressed = (routing: WrittenRouting): WrittenRouting => ({
  ...routing,
  receivers: routing.receivers.map((receiver) => ({
    ...receiver,
    integrations: receiver.integrations.map((each) => {
      const settings = plainOf(each.settings);
      const said = isObject(settings)
        ? addresses.map((field) => settings[field]).find((value) => typeof value === 'string')
        : undefined;
      return typeof said === 'string' ? { ...each, service: `${each.service} ${said}` } : each;
    }),
  })),
});

/** What the Alertmanager of a place goes by, as its files say; nothing where they say nothing of it. */
export const configurationIn = (files: ReadonlyMap<string, string>): Configuration | undefined =>
  configurationOf(
    [...files]
      .filter(([path]) => /(AlertmanagerConfig\.[^/]+\.yaml|\/alertmanager\.yml)$/.test(path))
      .flatMap(([file, text]) => writtenIn({ file, text }))
      .flatMap((each) => readRouting(each).routing ?? [])
      .map(addressed),
  );
