import type { Application } from '#application/application.js';
import type { Cluster } from '#cluster/cluster.js';
import { type SecretSource, byHand } from '#cluster/secret-source.js';
import { byKey } from '#ground/by-key.js';
import { commandOf } from './command.js';
import { introduction } from './introduction.js';
import { type NeededSecret, neededBy, neededIn } from './needed.js';
import { placeOf } from './rule.js';
import { sealedFile } from './sealed.js';
import { thePlatform } from './of-platform.js';

/** Where the value of a key is kept in a store. */
const keptAt = ({ namespace, name }: NeededSecret, key: string, source: SecretSource): string => {
  if (source.by !== 'external-secrets') return '';
  const place = placeOf(source, { namespace, name, key });
  // A law refuses the rule then, and the page is not written.
  if ('why' in place) return '';
  const { key: at, property } = place;
  return ` of \`${at}\`${property === undefined ? '' : ` \`${property}\``}`;
};

const keyText = (secret: NeededSecret, key: string, source: SecretSource): string => {
  const { declaration } = secret;
  const purpose = declaration?.keys[key];
  const kept = declaration?.madeBy === undefined ? keptAt(secret, key, source) : '';
  return `\`${key}\`${purpose === undefined ? '' : ` (${purpose})`}${kept}`;
};

const maker = (secret: NeededSecret, source: SecretSource): string => {
  const { declaration } = secret;
  if (declaration?.madeBy !== undefined) return declaration.madeBy;
  switch (source.by) {
    case 'hand':
      return 'you, by its command';
    case 'external-secrets':
      return 'the External Secrets Operator';
    case 'sealed-secrets':
      return `its controller, of \`${sealedFile(secret)}\``;
  }
};

const row = (secret: NeededSecret, source: SecretSource): string => {
  const { name, namespace, keys, uses, without } = secret;
  const named = keys.map(({ key }) => keyText(secret, key, source)).join(', ');
  return `| \`${name}\` | \`${namespace}\` | ${named} | ${uses.join('; ')} | ${without.join('; ')} | ${maker(secret, source)} |`;
};

const titled = (by: string): string => (by === thePlatform ? 'The platform' : by);

/** A Secret stands where it is needed first. */
const section = (by: string, secrets: readonly NeededSecret[], source: SecretSource): readonly string[] => {
  const commands = secrets.flatMap((each) => commandOf(each, source) ?? []);
  return [
    `## ${titled(by)}`,
    [
      '| Secret | namespace | keys | for | while it is missing | made by |',
      '| --- | --- | --- | --- | --- | --- |',
      ...secrets.map((each) => row(each, source)),
    ].join('\n'),
    ...(commands.length === 0 ? [] : [['```sh', ...commands, '```'].join('\n')]),
  ];
};

const page = (
  title: string,
  needed: readonly NeededSecret[],
  source: SecretSource,
  cluster?: string,
): string => {
  const sections = byKey(needed, ({ by: [first = ''] }) => first);
  return (
    [
      `# ${title}`,
      ...introduction(source, cluster),
      ...[...sections].flatMap(([by, secrets]) => section(by, secrets, source)),
    ].join('\n\n') + '\n'
  );
};

/** All Secrets to which applications refer, which somebody makes by hand: where, for what, what is silent without them, and how. */
export const secretsPage = (applications: readonly Application[]): string =>
  page('Secrets', neededBy(applications), byHand);

/**
 * The pages of the Secrets of clusters, texts by path: `production.md`. Each says of each Secret where it is, with which keys, what it is for, what is
 * silent without it, who makes it, and where that is a person, by which command.
 */
export const secretsPages = (clusters: readonly Cluster[]): ReadonlyMap<string, string> =>
  new Map(
    clusters.map((cluster) => [
      `${cluster.name}.md`,
      page(`Secrets of ${cluster.name}`, neededIn(cluster), cluster.secrets, cluster.name),
    ]),
  );
