import type { Application } from '#application/application.js';
import type { Cluster } from '#cluster/cluster.js';
import { type Duration, inSeconds } from '#ground/duration.js';
import { type Fault, below, refuse } from '#ground/fault.js';
import { isObject } from '#ground/field.js';
import { yamlOf } from '#ground/yaml.js';
import { receiver, receiverFaults } from '#hosts/alertmanager/receiver.js';
import { secretsFolder } from '#hosts/alertmanager/secret.js';
import { alertmanagerTree } from '#hosts/alertmanager/tree.js';
import type { Configuration } from '#routing/alertmanager/configuration.js';
import { type Member, ofOperator } from '#routing/alertmanager/operator.js';

/** What nobody takes goes nowhere. */
const root: Configuration = {
  receivers: { null: [] },
  timeIntervals: {},
  route: { receiver: 'null', matchers: [], groupBy: ['namespace'], routes: [] },
  inhibit: [],
};

/** In whose place a secret is filled in when the configuration is loaded: `secret://shop/shop-slack/url`. */
export const placeholder = (namespace: string, file: string): string => `secret://${namespace}/${file}`;

/**
 * The same configuration with the secrets themselves where it names files of them, which Mimir opens for no tenant: each is filled in when it is
 * loaded. https://grafana.com/docs/mimir/latest/references/architecture/components/alertmanager/
 */
const filledIn = (value: unknown, namespace: string): unknown => {
  if (Array.isArray(value)) return value.map((each: unknown) => filledIn(each, namespace));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, each]) =>
      typeof each === 'string' && field.endsWith('_file') && each.startsWith(`${secretsFolder}/`)
        ? [field.slice(0, -'_file'.length), placeholder(namespace, each.slice(secretsFolder.length + 1))]
        : [field, filledIn(each, namespace)],
    ),
  );
};

/** Whether a proxy stands somewhere in a receiver, whoever wrote it. */
const proxied = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.some(proxied)
    : isObject(value) &&
      Object.entries(value).some(([field, each]) => field === 'proxy_url' || proxied(each));

const proxyFault = (where: string): Fault => ({
  where,
  what: 'proxy',
  code: 'not-for-mimir',
  why: 'Mimir takes no proxy of a tenant',
  cure: "leave the proxy out, or write alertmanager: 'cluster'",
});

const longest = (lengths: readonly Duration[]): Duration =>
  lengths.reduce((one, other) => (inSeconds(other) > inSeconds(one) ? other : one), '5m');

/** The receivers of an application, under the names that they have among those of others. */
const receiversOf = ({
  name: application,
  namespace,
  routing,
  severities,
}: Application): readonly unknown[] =>
  Object.entries(routing.receivers).map(([name, integrations]) =>
    filledIn(
      receiver(`${namespace}/${application}/${name}`, integrations, { ...routing, severities }),
      namespace,
    ),
  );

const faults = (application: Application): readonly Fault[] =>
  below(
    application.name,
    Object.entries(application.routing.receivers).flatMap(([name, integrations]) => [
      ...receiverFaults(name, integrations),
      ...(proxied(receiver(name, integrations, application.routing))
        ? [proxyFault(`receivers.${name}`)]
        : []),
    ]),
  );

/**
 * The configuration of a tenant's Alertmanager: those of the cluster's applications below one root, each of them taking the alerts of its namespace,
 * as the operator would put them together. Messages stand in it whole, so it needs no templates beside it. Secrets are named in the place where
 * they are to be filled in.
 *
 * @throws Refusal on receivers as Mimir takes none.
 */
export const tenantConfiguration = ({ name, applications, platform }: Cluster): string => {
  refuse(`alertmanager.yaml of ${name}`, applications.flatMap(faults));
  const members = applications.map(({ name, namespace, routing }): Member => ({ name, namespace, routing }));
  const { alertmanager, namespace } = platform;
  const merged = ofOperator(members, {
    base: root,
    namespace,
    ...(alertmanager && { strategy: alertmanager.matcherStrategy }),
  });
  return yamlOf(
    alertmanagerTree(
      merged,
      { resolveTimeout: longest(applications.map(({ routing }) => routing.resolveTimeout)) },
      [{ name: 'null' }, ...applications.flatMap(receiversOf)],
    ),
  );
};
