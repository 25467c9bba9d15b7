import { byKey } from '#ground/by-key.js';
import type { Written } from '#ground/yaml-objects.js';
import { type Yaml, fieldOf, fieldsOf, textOf } from '#ground/yaml-tree.js';
import type { Carried } from '#rules/carried.js';
import type { WrittenGroup } from '#rules/rule.js';
import type { MatcherStrategy, Operated } from '#routing/alertmanager/operator.js';

/** What alerts get on their way to Alertmanager. */
export interface Sender {
  /** Labels that Prometheus adds where an alert has none of the name, each with the values that it may have. */
  readonly external: Readonly<Record<string, readonly string[]>>;
  /** The label in which the operator writes the namespace of its rule, whatever the rule says. */
  readonly enforced?: string;
}

const field = (yaml: Yaml, ...path: readonly string[]): Yaml | undefined =>
  path.reduce<Yaml | undefined>((at, name) => at && fieldOf(at, name), yaml);

const textsIn = (yaml: Yaml | undefined): readonly (readonly [string, string])[] =>
  fieldsOf(yaml).flatMap(([name, { value }]) => (value.type === 'text' ? [[name, value.text] as const] : []));

/** What one Prometheus adds: the operator's tells its own name too. */
const externalOf = ({ root, kind }: Written): readonly (readonly [string, string])[] => {
  if (kind !== 'Prometheus')
    return kind === undefined ? textsIn(field(root, 'global', 'external_labels')) : [];
  const [spec, metadata] = [fieldOf(root, 'spec'), fieldOf(root, 'metadata')];
  const [name = '', namespace = 'default'] = ['name', 'namespace'].map(
    (each) => metadata && textOf(metadata, each),
  );
  const label = (spec && textOf(spec, 'prometheusExternalLabelName')) ?? 'prometheus';
  return [
    ...(label === '' ? [] : [[label, `${namespace}/${name}`] as const]),
    ...textsIn(field(root, 'spec', 'externalLabels')),
  ];
};

/** What a Prometheus of the operator, or a prometheus.yml, among these documents adds to alerts. */
export const senderIn = (documents: readonly Written[]): Sender => {
  const labels = [...byKey(documents.flatMap(externalOf), ([name]) => name)];
  const enforced = documents
    .filter(({ kind }) => kind === 'Prometheus')
    .map(({ root }) => field(root, 'spec', 'enforcedNamespaceLabel'))
    .find((each) => each !== undefined);
  return {
    external: Object.fromEntries(
      labels.map(([name, all]) => [name, [...new Set(all.map(([, value]) => value))]]),
    ),
    ...(enforced?.type === 'text' && enforced.text !== '' && { enforced: enforced.text }),
  };
};

/** An alert as Alertmanager gets it. */
export const sent = (alert: Carried, { origin }: WrittenGroup, { external, enforced }: Sender): Carried => {
  const { labels, open } = alert;
  const added = Object.entries(external).filter(([label]) => !(label in labels) && !open.includes(label));
  const fixed = added.flatMap(([label, values]) =>
    values.slice(0, values.length === 1 ? 1 : 0).map((value) => [label, value] as const),
  );
  const several = added.filter(([, values]) => values.length > 1);
  const namespace = origin.kind === 'file' ? undefined : origin.namespace;
  const isEnforced = enforced !== undefined && namespace !== undefined;
  return {
    ...alert,
    labels: { ...Object.fromEntries(fixed), ...labels, ...(isEnforced && { [enforced]: namespace }) },
    open: [...open.filter((label) => !isEnforced || label !== enforced), ...several.map(([label]) => label)],
    among: { ...alert.among, ...Object.fromEntries(several) },
  };
};

const strategies: readonly MatcherStrategy[] = [
  'OnNamespace',
  'OnNamespaceExceptForAlertmanagerNamespace',
  'None',
];

/** How an Alertmanager of the operator among these documents takes AlertmanagerConfigs. */
export const operatedIn = (documents: readonly Written[]): Omit<Operated, 'base'> => {
  const [found] = documents.filter(({ kind }) => kind === 'Alertmanager');
  const type = found && field(found.root, 'spec', 'alertmanagerConfigMatcherStrategy', 'type');
  const namespace = found && field(found.root, 'metadata', 'namespace');
  const strategy = strategies.find((each) => type?.type === 'text' && each === type.text);
  return {
    ...(strategy && { strategy }),
    ...(namespace?.type === 'text' && { namespace: namespace.text }),
  };
};
