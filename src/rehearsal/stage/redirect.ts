import { isObject } from '#ground/field.js';
import { listAt, objectAt, textAt } from '#ground/json.js';
import { isBefore } from '#ground/release.js';
import { tellerId } from './teller.js';

type Config = Readonly<Record<string, unknown>>;

/** Where everybody is told instead. */
export interface Elsewhere {
  /** The URL of whoever is known by this. */
  readonly urlOf: (teller: string) => string;
  /** What is said by whoever greets the mail server for one of them. */
  readonly helloOf: (teller: string) => string;
  readonly smarthost: string;
  /** The release of Alertmanager. */
  readonly alertmanager: string;
}

/** What tells the sink of a message what it is of, where the service has a field to spare; it is taken out again. */
export const marker = 'rehearsal';
const marking = '{{ .Status }}{{ range .Alerts }}|{{ .Status }} {{ .Labels.alertname }}{{ end }}';

const without = (config: Config, ...fields: readonly string[]): Config =>
  Object.fromEntries(Object.entries(config).filter(([field]) => !fields.includes(field)));

const authentication = ['http_config'];
/** A key that nobody has. */
const nobody = 'rehearsal';

/** Each kind as it is told on loopback. Keys stand in place: Alertmanager of Debian 12 reads some from no file. */
const redirected: Readonly<
  Record<string, (config: Config, url: string, at: Elsewhere, id: string) => Config>
> = {
  slack_configs: (config, url) => ({
    ...without(config, 'api_url_file', ...authentication),
    api_url: url,
    callback_id: marking,
  }),
  webhook_configs: (config, url) => ({ ...without(config, 'url_file', ...authentication), url }),
  email_configs: (config, _, { smarthost, helloOf }, id) => ({
    ...without(
      config,
      'auth_username',
      'auth_password',
      'auth_password_file',
      'auth_identity',
      'auth_secret',
    ),
    smarthost,
    hello: helloOf(id),
    require_tls: false,
    headers: { ...objectAt(config, 'headers'), [`X-${marker}`]: marking },
  }),
  pagerduty_configs: (config, url) => ({
    ...without(config, 'routing_key_file', 'service_key_file', ...authentication),
    routing_key: nobody,
    url,
    details: { ...objectAt(config, 'details'), [marker]: marking },
  }),
  opsgenie_configs: (config, url) => ({
    ...without(config, 'api_key_file', ...authentication),
    api_key: nobody,
    api_url: `${url}/`,
    details: { ...objectAt(config, 'details'), [marker]: marking },
  }),
  msteams_configs: (config, url) => ({
    ...without(config, 'webhook_url_file', ...authentication),
    webhook_url: url,
  }),
  msteamsv2_configs: (config, url) => ({
    ...without(config, 'webhook_url_file', ...authentication),
    webhook_url: url,
  }),
  discord_configs: (config, url) => ({
    ...without(config, 'webhook_url_file', ...authentication),
    webhook_url: url,
  }),
  telegram_configs: (config, url) => ({
    ...without(config, 'bot_token_file', ...authentication),
    bot_token: nobody,
    api_url: url,
  }),
  sns_configs: (config, url) => ({
    ...without(config, ...authentication),
    api_url: url,
    sigv4: { ...objectAt(config, 'sigv4'), access_key: nobody, secret_key: nobody },
    attributes: { ...objectAt(config, 'attributes'), [marker]: marking },
  }),
};

/** Since which release Alertmanager knows a kind; before it, and of kinds that are told in no way of their own here, a webhook is told. */
const since: Readonly<Record<string, string>> = { msteams_configs: '0.26', msteamsv2_configs: '0.28' };

const isKnown = (list: string, alertmanager: string): boolean =>
  redirected[list] !== undefined && !isBefore(alertmanager, since[list] ?? '0.0');

const receiverOf = (receiver: unknown, at: Elsewhere): Config => {
  const name = textAt(receiver, 'name') ?? '';
  const lists = Object.entries(isObject(receiver) ? receiver : {}).filter(([list]) =>
    list.endsWith('_configs'),
  );
  const told = lists.flatMap(([list]) =>
    listAt(receiver, list).map((config, i): readonly [list: string, config: Config] => {
      const id = tellerId(name, list, i);
      const write = isKnown(list, at.alertmanager) ? redirected[list] : undefined;
      const given = isObject(config) ? config : {};
      return write
        ? [list, write(given, at.urlOf(id), at, id)]
        : ['webhook_configs', { url: at.urlOf(id), send_resolved: given['send_resolved'] ?? true }];
    }),
  );
  const kinds = [...new Set(told.map(([list]) => list))];
  return {
    name,
    ...Object.fromEntries(
      kinds.map((kind) => [kind, told.filter(([list]) => list === kind).map(([, config]) => config)]),
    ),
  };
};

/** Everybody whom a configuration of Alertmanager's tells: by receiver, list, and place in it. */
export const toldBy = (config: Config): readonly string[] =>
  listAt(config, 'receivers').flatMap((receiver) => {
    const name = textAt(receiver, 'name') ?? '';
    return Object.keys(isObject(receiver) ? receiver : {})
      .filter((list) => list.endsWith('_configs'))
      .flatMap((list) => listAt(receiver, list).map((_, i) => tellerId(name, list, i)));
  });

/** alertmanager.yml, by which everybody is told on loopback: the words of messages, routes and times stay. */
export const redirect = (config: Config, at: Elsewhere): Config => ({
  ...config,
  receivers: listAt(config, 'receivers').map((receiver) => receiverOf(receiver, at)),
});
