import { type Yaml, fieldOf, fieldsOf, itemsOf, textOf } from '#ground/yaml-tree.js';
import type { Written } from '#ground/yaml-objects.js';
import type { Language, Origin } from '#rules/rule.js';

/** The groups of a document, and what they stand in. */
export interface Groups {
  readonly groups: Yaml;
  readonly origin: Origin;
  readonly language?: Language;
}

const objectKinds = ['PrometheusRule', 'VMRule', 'AlertingRule', 'RecordingRule'] as const;
const languages: Readonly<Record<string, Language>> = {
  AlertingRule: 'LogQL',
  RecordingRule: 'LogQL',
  VMRule: 'MetricsQL',
};

/** The texts of a map, such as the labels of an object. */
export const textsOf = (yaml: Yaml | undefined): Readonly<Record<string, string>> =>
  Object.fromEntries(
    fieldsOf(yaml).map(([name, { value }]) => [name, value.type === 'text' ? value.text : '']),
  );

const metadataOf = (object: Yaml) => {
  const metadata = fieldOf(object, 'metadata');
  const [name, namespace] = ['name', 'namespace'].map((each) => metadata && textOf(metadata, each));
  return {
    ...(name !== undefined && { name }),
    ...(namespace !== undefined && { namespace }),
    labels: textsOf(metadata && fieldOf(metadata, 'labels')),
  };
};

/** The groups of rules in a document; none where it is something else. */
export const groupsIn = (written: Written): readonly Groups[] => {
  const { root, kind, within } = written;
  if (isGrafanas(root)) return [];
  const known = objectKinds.find((each) => each === kind);
  if (known) {
    const spec = fieldOf(root, 'spec');
    const groups = spec && fieldOf(spec, 'groups');
    const language = languages[known];
    return groups
      ? [{ groups, origin: { kind: known, ...metadataOf(root) }, ...(language && { language }) }]
      : [];
  }
  const [groups, ...others] = kind === undefined ? ofFile(root) : [];
  if (!groups || !within) return groups ? [groups, ...others] : [];
  const { name = '', ...metadata } = metadataOf(within.object);
  const origin = { ...metadata, kind: 'ConfigMap' as const, name: `${name}/${within.key}` };
  return [groups, ...others].map((each) => ({ ...each, origin }));
};

/** The groups of a file: `groups`, or Mimir's namespaces, each with its own, as its API answers. */
const ofFile = (root: Yaml): readonly Groups[] => {
  const groups = fieldOf(root, 'groups');
  const namespace = textOf(root, 'namespace');
  if (groups)
    return [{ groups, origin: { kind: 'file', labels: {}, ...(namespace !== undefined && { namespace }) } }];
  const namespaces = fieldsOf(root);
  return namespaces.every(([, { value }]) => areGroups(value))
    ? namespaces.map(([name, { value }]) => ({
        groups: value,
        origin: { kind: 'file', labels: {}, namespace: name },
      }))
    : [];
};

const areGroups = (yaml: Yaml): boolean =>
  yaml.type === 'list' &&
  yaml.items.length > 0 &&
  yaml.items.every((item) => textOf(item, 'name') !== undefined && fieldOf(item, 'rules')?.type === 'list');

/** Rules that Grafana itself evaluates: their queries are panels' queries. */
const isGrafanas = (root: Yaml): boolean =>
  itemsOf(fieldOf(root, 'groups')).some(
    (group) =>
      fieldOf(group, 'orgId') !== undefined ||
      itemsOf(fieldOf(group, 'rules')).some(
        (rule) => fieldOf(rule, 'data') !== undefined || fieldOf(rule, 'grafana_alert') !== undefined,
      ),
  );

/** What a document is of which nothing is known. */
export const unknownKind = 'nothing that is known here';

/** What a document is that holds no rules, in a person's words. */
export const otherKind = ({ root, kind, within }: Written): string => {
  if (isGrafanas(root)) return 'rules that Grafana evaluates';
  if (kind !== undefined) return kind;
  const has = (...names: readonly string[]): boolean =>
    names.every((name) => fieldOf(root, name) !== undefined);
  if (has('tests', 'rule_files')) return 'tests of promtool';
  if (has('route', 'receivers')) return 'a configuration of Alertmanager';
  if (has('scrape_configs') || has('rule_files')) return 'a configuration of Prometheus';
  return within ? 'a file of a ConfigMap' : unknownKind;
};
