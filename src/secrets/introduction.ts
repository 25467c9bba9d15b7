import type { SecretSource } from '#cluster/secret-source.js';

const whole =
  'An AlertmanagerConfig is taken by the operator as a whole or not at all, so each Secret by which people are told has one of its own. What the operator leaves out is told of by `MonitoringResourcesRejected`, an alert of an application that has several: of one that has a single Secret, its own object could not tell. Right after the first sync look yourself: `kubectl get events --all-namespaces --field-selector reason=InvalidConfiguration`.';

const newline =
  'A newline at the end of a value is a part of it: PagerDuty refuses such a key, and databases and mail servers such a password.';

const typed =
  '`echo` and editors add one, `printf %s` does not; nor does `--from-literal`, but by that the value is in the history of the shell. The commands ask for each value, show nothing of it and keep it out of the history: paste them into bash line by line.';

const hosts =
  'On a host receivers and scrapes read files, and containers variables instead: the README in the folder of the host lists them.';

const checked = (cluster: string | undefined): readonly string[] => [
  'What is missing, and which value ends with a newline or cannot be what it is for, says this, and shows no value:',
  [
    '```sh',
    `kubectl get secrets -A -o json | npx cheomseong secrets check${cluster === undefined ? '' : ` --cluster ${cluster}`}`,
    '```',
  ].join('\n'),
];

const looked = [
  'A value that ends with a newline shows `\\n` here:',
  [
    '```sh',
    "kubectl -n NAMESPACE get secret NAME -o jsonpath='{.data.KEY}' | base64 -d | tail -c 1 | od -An -c",
    '```',
  ].join('\n'),
];

const bySource = (source: SecretSource): readonly string[] => {
  switch (source.by) {
    case 'hand':
      return [
        'What the manifests refer to and never hold. Make these before the first sync: where one is missing, or a key of it, kubectl and ArgoCD say that all is well.',
        whole,
        `${newline} ${typed}`,
      ];
    case 'external-secrets': {
      const { kind, name } = source.store;
      return [
        `What the manifests refer to and never hold. The External Secrets Operator makes these of the ${kind} \`${name}\`, and looks there every ${source.refresh}: put each value where the table says it is kept. Where one is missing, or a key of it, kubectl says that all is well, and ArgoCD shows its ExternalSecret as degraded.`,
        ...(kind === 'SecretStore' ? [`The store must be in each of the namespaces.`] : []),
        whole,
        newline,
        ['```sh', 'kubectl get externalsecrets --all-namespaces', '```'].join('\n'),
      ];
    }
    case 'sealed-secrets':
      return [
        `What the manifests refer to and never hold. Sealed ones lie in \`${source.folder}/\`, which ArgoCD reads beside the manifests: make their files before the first sync, and commit them. Where one is missing, or a key of it, kubectl and ArgoCD say that all is well; \`npx cheomseong secrets sealed\` does not.`,
        whole,
        `${newline} ${typed} \`kubeseal\` asks the controller of the cluster for its certificate: it must run before.`,
        ['```sh', `mkdir -p ${source.folder}`, '```'].join('\n'),
      ];
  }
};

/** What stands over the tables: where the Secrets come from, and how to see that they are right. */
export const introduction = (source: SecretSource, cluster?: string): readonly string[] => [
  ...bySource(source),
  ...(cluster === undefined ? looked : [...checked(cluster), ...looked]),
  hosts,
];
