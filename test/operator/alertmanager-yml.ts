import { stringify } from 'yaml';
import { chartDefaults } from './chart-defaults.js';
import { type Context, convert, isObject, refused } from './fields.js';
import { muteTimeInterval } from './interval.js';
import { receiver } from './receiver.js';
import { firstRoute, inhibitRule } from './route.js';

type Manifest = Readonly<Record<string, unknown>>;

const known = (at: string, value: unknown, fields: readonly string[]): Manifest => {
  if (!isObject(value)) throw refused(at, 'it is no object');
  const unknown = Object.keys(value).filter((field) => !fields.includes(field));
  if (unknown.length > 0) throw refused(at, `there is no field ${unknown.join(', ')}`);
  return value;
};

const listAt = (at: string, value: unknown = []): readonly unknown[] => {
  if (!Array.isArray(value)) throw refused(at, 'it is no list');
  return value;
};

const converted = (manifest: Manifest, secrets: Context['secrets']) => {
  if (
    manifest['apiVersion'] !== 'monitoring.coreos.com/v1alpha1' ||
    manifest['kind'] !== 'AlertmanagerConfig'
  )
    throw new Error(
      `${String(manifest['apiVersion'])} ${String(manifest['kind'])} is no AlertmanagerConfig of v1alpha1`,
    );
  known('AlertmanagerConfig', manifest, ['apiVersion', 'kind', 'metadata', 'spec']);
  const { namespace, name } = isObject(manifest['metadata']) ? manifest['metadata'] : {};
  if (typeof namespace !== 'string' || typeof name !== 'string')
    throw new Error('an AlertmanagerConfig needs a namespace and a name');
  const context = { namespace, name, secrets };
  const spec = known('spec', manifest['spec'], ['route', 'receivers', 'inhibitRules', 'muteTimeIntervals']);
  const each = <T>(field: string, write: (value: unknown, at: string) => T): readonly T[] =>
    listAt(`spec.${field}`, spec[field]).map((value, i) => write(value, `spec.${field}[${i}]`));
  const hasRoute = spec['route'] !== undefined;
  return {
    inhibitRules: each('inhibitRules', (value, at) => inhibitRule(value, at, context)),
    // Without a route the rest is not looked at.
    routes: hasRoute ? [firstRoute(spec['route'], 'spec.route', context)] : [],
    receivers: hasRoute ? each('receivers', (value, at) => convert(receiver, value, at, context)) : [],
    intervals: hasRoute
      ? each('muteTimeIntervals', (value, at) => convert(muteTimeInterval, value, at, context))
      : [],
  };
};

const byNamespaceAndName = ({ metadata }: Manifest): string =>
  isObject(metadata) ? `${String(metadata['namespace'])}/${String(metadata['name'])}` : '';

/**
 * The alertmanager.yml that prometheus-operator 0.93 makes of AlertmanagerConfigs (v1alpha1) and the default configuration of
 * kube-prometheus-stack, with the default matcher strategy OnNamespace. `secrets` are the values in the cluster, as
 * `namespace/name` and then the key. Follows `pkg/alertmanager/amcfg.go`.
 *
 * @throws Error on what the operator, or the API server before it, would refuse: a field that there is not, a secret that there
 * is not, a URL that is none.
 */
export const alertmanagerYml = (manifests: readonly Manifest[], secrets: Context['secrets']): string => {
  const configs = [...manifests]
    .sort((a, b) => (byNamespaceAndName(a) < byNamespaceAndName(b) ? -1 : 1))
    .map((manifest) => converted(manifest, secrets));
  const intervals = configs.flatMap((config) => config.intervals);
  const configuration = {
    ...chartDefaults,
    route: {
      ...chartDefaults.route,
      routes: [...configs.flatMap(({ routes }) => routes), ...chartDefaults.route.routes],
    },
    inhibit_rules: [...chartDefaults.inhibit_rules, ...configs.flatMap(({ inhibitRules }) => inhibitRules)],
    receivers: [...chartDefaults.receivers, ...configs.flatMap(({ receivers }) => receivers)],
    ...(intervals.length > 0 && { mute_time_intervals: intervals }),
  };
  return stringify(configuration, { aliasDuplicateObjects: false, lineWidth: 0 });
};
