import type { Cluster } from '#cluster/cluster.js';
import type { Secret } from '#ground/secret.js';
import type { Mimir } from '#platform/engine/mimir.js';
import { tenantHeader } from '#platform/remote-write/tenant.js';
import { remoteWriteSecrets } from '#platform/remote-write/remote-write.js';

type Line = string | readonly Line[];

const indented = (lines: readonly Line[], depth = 0): readonly string[] =>
  lines.flatMap((each) =>
    typeof each === 'string'
      ? [each === '' ? '' : `${'  '.repeat(depth)}${each}`]
      : indented(each, depth + 1),
  );

/** A text as Alloy reads it, which reads escapes as JSON does. */
const text = (value: string): string => JSON.stringify(value);

const map = (values: Readonly<Record<string, string>>): readonly Line[] =>
  Object.entries(values).map(([key, value]) => `${text(key)} = ${text(value)},`);

/** An identifier of Alloy. */
const identifier = (name: string): string => name.replaceAll(/[^a-zA-Z0-9_]/g, '_').replace(/^(?=\d)/, '_');

const held = ({ name, key }: Secret): string =>
  `remote.kubernetes.secret.${identifier(name)}.data[${text(key)}]`;
/** The same of what is no secret to Alloy. */
const shown = (secret: Secret): string => `convert.nonsensitive(${held(secret)})`;

const secretBlocks = (mimir: Mimir, namespace: string): readonly Line[] =>
  [...new Set(remoteWriteSecrets(mimir.write).map(({ name }) => name))].flatMap((name) => [
    `remote.kubernetes.secret ${text(identifier(name))} {`,
    [`namespace = ${text(namespace)}`, `name      = ${text(name)}`],
    '}',
    '',
  ]);

/** How Mimir is come to, as the remote write comes to it. */
const reached = ({ write: { login, bearer, tls } }: Mimir): readonly Line[] => [
  ...(bearer ? [`bearer_token = ${held(bearer)}`] : []),
  ...(login
    ? ['', 'basic_auth {', [`username = ${shown(login.username)}`, `password = ${held(login.password)}`], '}']
    : []),
  ...(tls
    ? [
        '',
        'tls_config {',
        [
          ...(tls.ca ? [`ca_pem = ${shown(tls.ca)}`] : []),
          ...(tls.certificate
            ? [`cert_pem = ${shown(tls.certificate.cert)}`, `key_pem = ${held(tls.certificate.key)}`]
            : []),
          ...(tls.serverName === undefined ? [] : [`server_name = ${text(tls.serverName)}`]),
        ],
        '}',
      ]
    : []),
];

const selector = (block: string, labels: Mimir['selects']): readonly Line[] => [
  '',
  `${block} {`,
  ['match_labels = {', map(labels), '}'],
  '}',
];

const rules = (mimir: Mimir, { name }: Cluster): readonly Line[] => [
  `mimir.rules.kubernetes ${text(identifier(name))} {`,
  [
    `address   = ${text(mimir.url)}`,
    `tenant_id = ${text(mimir.tenant)}`,
    '// What other clusters have loaded into the tenant is left alone.',
    `mimir_namespace_prefix = ${text(name)}`,
    ...reached(mimir),
    ...selector('rule_selector', mimir.selects),
  ],
  '}',
];

const nobody = 'route:\n  receiver: "null"\nreceivers:\n  - name: "null"\n';

const alerts = (mimir: Mimir, { name, platform }: Cluster): readonly Line[] => {
  const { alertmanager, namespace } = platform;
  const strategy = alertmanager?.matcherStrategy ?? 'OnNamespace';
  return [
    '',
    `mimir.alerts.kubernetes ${text(identifier(name))} {`,
    [
      `address       = ${text(mimir.url)}`,
      `http_headers  = { ${text(tenantHeader)} = [${text(mimir.tenant)}] }`,
      '// What nobody takes goes nowhere.',
      `global_config = ${text(nobody)}`,
      ...reached(mimir),
      ...selector('alertmanagerconfig_selector', mimir.selects),
      '',
      'alertmanagerconfig_matcher {',
      [
        `strategy = ${text(strategy)}`,
        ...(strategy === 'OnNamespaceExceptForAlertmanagerNamespace'
          ? [`alertmanager_namespace = ${text(namespace)}`]
          : []),
      ],
      '}',
    ],
    '}',
  ];
};

/**
 * What Alloy is configured with beside whatever else it does: it loads the rules of the cluster into the ruler of a tenant, and the routes into its
 * Alertmanager, which it does with `--stability.level=experimental` alone.
 */
export const alloyConfiguration = (mimir: Mimir, cluster: Cluster): string => {
  const [byRules, byAlerts] = [mimir.rulesBy === 'alloy', mimir.alertmanager === 'alloy'];
  return [
    `// What Alloy loads of cluster ${cluster.name} into tenant ${mimir.tenant} of Mimir.`,
    ...indented([
      ...secretBlocks(mimir, cluster.platform.namespace),
      ...(byRules ? rules(mimir, cluster) : []),
      ...(byAlerts ? alerts(mimir, cluster) : []),
    ]),
    '',
  ].join('\n');
};
