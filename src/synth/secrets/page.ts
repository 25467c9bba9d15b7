import type { Application } from '#application/application.js';
import { type NeededSecret, neededSecrets } from './needed.js';

const introduction = [
  '# Secrets',
  'What the manifests refer to and never hold. Make these before the first sync: where one is missing, or a key of it, kubectl and ArgoCD say that all is well.',
  'An AlertmanagerConfig is taken by the operator as a whole or not at all, so each Secret by which people are told has one of its own. What the operator leaves out is told of by `MonitoringResourcesRejected`, an alert of an application that has several: of one that has a single Secret, its own object could not tell. Right after the first sync look yourself: `kubectl get events --all-namespaces --field-selector reason=InvalidConfiguration`.',
  'A newline at the end of a value is a part of it: PagerDuty refuses such a key, and databases and mail servers such a password. `echo` and editors add one, `printf %s` does not; nor does `--from-literal`, but by that the value is in the history of the shell. The commands ask for each value, show nothing of it and keep it out of the history: paste them into bash line by line. A value that ends with a newline shows `\\n` here:',
  [
    '```sh',
    "kubectl -n NAMESPACE get secret NAME -o jsonpath='{.data.KEY}' | base64 -d | tail -c 1 | od -An -c",
    '```',
  ].join('\n'),
  'On a host receivers and scrapes read files, and containers variables instead: the README in `dist/<host>/` lists them.',
];

const code = (texts: readonly string[]): string => texts.map((text) => `\`${text}\``).join(', ');

const row = ({ name, namespace, keys, uses, without }: NeededSecret): string =>
  `| \`${name}\` | \`${namespace}\` | ${code(keys)} | ${uses.join('; ')} | ${without.join('; ')} |`;

/** The command that makes a Secret: each value is typed or pasted once it asks, or is a file of the name of its key. */
const command = ({ name, namespace, keys, made }: NeededSecret): string => {
  const generic = `kubectl -n ${namespace} create secret generic ${name}`;
  if (made.includes('registry'))
    return `kubectl -n ${namespace} create secret docker-registry ${name} --from-file=.dockerconfigjson=config.json`;
  const typed = keys.filter((_, i) => made[i] === 'typed');
  const files = keys.filter((_, i) => made[i] === 'file').map((key) => `--from-file=${key}=${key}`);
  const [only, ...more] = typed;
  if (only === undefined) return [generic, ...files].join(' ');
  if (more.length === 0)
    return [
      `read -rsp '${only}: ' && printf %s "$REPLY" | ${generic} --from-file=${only}=/dev/stdin`,
      ...files,
    ].join(' ');
  const asked = typed.map((key, i) => `read -rsp '${key}: ' VALUE_${i + 1}`);
  const given = typed.map((key, i) => `--from-file=${key}=<(printf %s "$VALUE_${i + 1}")`);
  return [...asked, [generic, ...given, ...files].join(' ')].join(' && ');
};

const section = (application: Application): readonly string[] => {
  const secrets = neededSecrets(application);
  return secrets.length === 0
    ? []
    : [
        `## ${application.name}`,
        [
          '| Secret | namespace | keys | for | while it is missing |',
          '| --- | --- | --- | --- | --- |',
          ...secrets.map(row),
        ].join('\n'),
        ['```sh', ...secrets.map(command), '```'].join('\n'),
      ];
};

/** All Secrets that the estate refers to: where, for what, what is silent without them, and how to make them. */
export const secretsPage = (applications: readonly Application[]): string =>
  [...introduction, ...applications.flatMap(section)].join('\n\n') + '\n';
