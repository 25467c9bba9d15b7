import { type Application, scrapesOf } from '#application/application.js';
import { monitorKind } from '#application/scrape.js';
import { loginsOf } from '#application/scrape/access.js';
import type { SecretFile } from '#application/exporter/exporter.js';
import { address } from '#routing/receiver/address.js';
import type { Integration } from '#routing/receiver/receiver.js';
import { secretsOf } from '#routing/receiver/secrets-of.js';
import { routingParts } from '#routing/routing-parts.js';
import type { Secret } from '#ground/secret.js';
import type { Form, Made, Reference } from './reference.js';

/** What an integration sends by: its address, or a key that its issuer made, which has no spaces. A mail server takes any password. */
const sentBy = (integration: Integration, { name, key }: Secret): Form => {
  switch (integration.integration) {
    case 'slack':
    case 'msteams':
    case 'discord':
    case 'webhook':
      return integration.url.name === name && integration.url.key === key ? 'url' : 'word';
    case 'pagerduty':
    case 'opsgenie':
    case 'telegram':
    case 'sns':
      return 'word';
    case 'email':
    case 'own':
      return 'text';
  }
};

/**
 * Every key of a Secret by which an application's alerts reach people.
 *
 * @param of the cluster that it runs in, where another one's Alertmanager tells.
 */
export const referencesOfRouting = (
  { name, namespace, routing }: Application,
  of?: string,
): readonly Reference[] =>
  routingParts(name, routing).flatMap((part) => {
    const integrations = Object.values(part.routing.receivers).flat();
    const told = [...new Set(integrations.map(address))].join(', ');
    return integrations.flatMap((each) =>
      secretsOf(each).map((secret) => ({
        ...{ secret, namespace, by: name, use: address(each) },
        without: `the operator leaves out AlertmanagerConfig \`${part.name}${of === undefined ? '' : `-${of}`}\`: nobody is told by ${told}`,
        ...{ made: 'typed' as const, form: sentBy(each, secret) },
      })),
    );
  });

const held: Readonly<Record<SecretFile['holds'], readonly [Made, Form]>> = {
  login: ['typed', 'text'],
  certificate: ['file', 'certificate'],
  key: ['file', 'private key'],
};

const ofExporters = ({ name: by, exporters }: Application): readonly Reference[] =>
  exporters.flatMap(({ name, namespace, environment, ca, files, imagePullSecrets }) => {
    const without = `\`${name}\` does not start: alerts on what it exports are blind`;
    const needed = (secret: Secret, use: string, made: Made, form: Form): Reference => ({
      ...{ secret, namespace, by, use, without, made, form },
    });
    const login = `login of \`${name}\``;
    return [
      ...Object.entries(environment).flatMap(([variable, value]) =>
        typeof value === 'string'
          ? []
          : [needed(value, login, 'typed', variable.endsWith('BROKER_URL') ? 'address' : 'text')],
      ),
      ...(ca
        ? [needed(ca, `certificate by which \`${name}\` checks its server's`, 'file', 'certificate')]
        : []),
      ...files.map(({ secret, holds }) =>
        needed(secret, holds === 'login' ? login : `TLS of \`${name}\``, ...held[holds]),
      ),
      ...imagePullSecrets.map((each) =>
        needed(
          { name: each, key: '.dockerconfigjson' },
          `image of \`${name}\``,
          'registry',
          'registry login',
        ),
      ),
    ];
  });

const ofAgent = ({ logs, agentNamespace, name }: Application): readonly Reference[] =>
  Object.values(logs?.environment ?? {}).map((secret) => ({
    ...{ secret, namespace: agentNamespace, by: name },
    use: `login of \`${name}-${logs?.name}\``,
    without: `\`${name}-${logs?.name}\` does not start: no logs are sent`,
    ...{ made: 'typed', form: 'text' },
  }));

const ofScrapes = (application: Application): readonly Reference[] =>
  scrapesOf(application).flatMap((scrape) => {
    const { name: by, namespace } = application;
    const { name, access } = scrape;
    const { tls = {}, bearerToken } = access;
    const without = `the operator leaves out ${monitorKind(scrape)} \`${name}\`: alerts on what it scrapes are blind`;
    const file = (secret: Secret, form: Form): Reference => ({
      ...{ secret, namespace, by, use: `TLS of the scrape \`${name}\``, without, made: 'file', form },
    });
    return [
      ...(tls.ca ? [file(tls.ca, 'certificate')] : []),
      ...(tls.certificate
        ? [file(tls.certificate.cert, 'certificate'), file(tls.certificate.key, 'private key')]
        : []),
      ...loginsOf(access).map((secret): Reference => ({
        ...{ secret, namespace, by, use: `login of the scrape \`${name}\``, without, made: 'typed' },
        form: secret === bearerToken ? 'word' : 'text',
      })),
    ];
  });

/** Every key of a Secret to which an application refers, as often as it does. What tells people is needed where it is told from. */
export const referencesOf = (application: Application): readonly Reference[] => [
  ...(application.elsewhere?.told === true ? [] : referencesOfRouting(application)),
  ...ofScrapes(application),
  ...ofExporters(application),
  ...ofAgent(application),
];
