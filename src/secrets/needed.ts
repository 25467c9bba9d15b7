import { type Application, scrapesOf } from '#application/application.js';
import { monitorKind } from '#application/scrape.js';
import { certificatesOf, loginsOf } from '#application/scrape/access.js';
import { routingParts } from '#routing/routing-parts.js';
import { byKey } from '#ground/by-key.js';
import type { Secret } from '#ground/secret.js';
import { address } from '#routing/receiver/address.js';
import { secretsOf } from '#routing/receiver/secrets-of.js';

/** How a key of a Secret is made: of a text that is typed, of a file, or of what a registry is logged in to with. */
type Made = 'typed' | 'file' | 'registry';

/** A Secret as those who make it need to know it. */
export interface NeededSecret {
  readonly name: string;
  readonly namespace: string;
  readonly keys: readonly string[];
  /** How each of the keys is made, in their order. */
  readonly made: readonly Made[];
  /** What it is for, each a noun. */
  readonly uses: readonly string[];
  /** What is silent while it is missing, or a key of it is wrong, each a clause. */
  readonly without: readonly string[];
}

const needed = (
  { name, key }: Secret,
  namespace: string,
  use: string,
  without: string,
  made: Made = 'typed',
): NeededSecret => ({ name, namespace, keys: [key], made: [made], uses: [use], without: [without] });

const ofRouting = ({ name, namespace, routing }: Application): readonly NeededSecret[] =>
  routingParts(name, routing).flatMap((part) => {
    const integrations = Object.values(part.routing.receivers).flat();
    const told = [...new Set(integrations.map(address))].join(', ');
    return integrations.flatMap((each) =>
      secretsOf(each).map((secret) =>
        needed(
          secret,
          namespace,
          address(each),
          `the operator leaves out AlertmanagerConfig \`${part.name}\`: nobody is told by ${told}`,
        ),
      ),
    );
  });

const ofExporters = ({ exporters }: Application): readonly NeededSecret[] =>
  exporters.flatMap(({ name, namespace, environment, ca, files, imagePullSecrets }) => {
    const silent = `\`${name}\` does not start: alerts on what it exports are blind`;
    return [
      ...Object.values(environment).flatMap((value) =>
        typeof value === 'string' ? [] : [needed(value, namespace, `login of \`${name}\``, silent)],
      ),
      ...(ca
        ? [needed(ca, namespace, `certificate by which \`${name}\` checks its server's`, silent, 'file')]
        : []),
      ...files.map(({ secret, holds }) =>
        holds === 'login'
          ? needed(secret, namespace, `login of \`${name}\``, silent)
          : needed(secret, namespace, `TLS of \`${name}\``, silent, 'file'),
      ),
      ...imagePullSecrets.map((secret) =>
        needed(
          { name: secret, key: '.dockerconfigjson' },
          namespace,
          `image of \`${name}\``,
          silent,
          'registry',
        ),
      ),
    ];
  });

const ofAgent = ({ logs, agentNamespace, name }: Application): readonly NeededSecret[] =>
  Object.values(logs?.environment ?? {}).map((secret) =>
    needed(
      secret,
      agentNamespace,
      `login of \`${name}-${logs?.name}\``,
      `\`${name}-${logs?.name}\` does not start: no logs are sent`,
    ),
  );

const ofScrapes = (application: Application): readonly NeededSecret[] =>
  scrapesOf(application).flatMap((scrape) => {
    const { name, access } = scrape;
    const { namespace } = application;
    const silent = `the operator leaves out ${monitorKind(scrape)} \`${name}\`: alerts on what it scrapes are blind`;
    return [
      ...certificatesOf(access).map((secret) =>
        needed(secret, namespace, `TLS of the scrape \`${name}\``, silent, 'file'),
      ),
      ...loginsOf(access).map((secret) =>
        needed(secret, namespace, `login of the scrape \`${name}\``, silent),
      ),
    ];
  });

const joined = <T>(lists: readonly (readonly T[])[]): readonly T[] => [...new Set(lists.flat())];

/** Every Secret that an application refers to, each once. */
export const neededSecrets = (application: Application): readonly NeededSecret[] => {
  const all = [
    ...ofRouting(application),
    ...ofScrapes(application),
    ...ofExporters(application),
    ...ofAgent(application),
  ];
  return [...byKey(all, ({ namespace, name }) => `${namespace}/${name}`).values()].flatMap((same) => {
    const [first] = same;
    const made = new Map(same.flatMap((each) => each.keys.map((key, i) => [key, each.made[i] ?? 'typed'])));
    return first === undefined
      ? []
      : [
          {
            ...first,
            keys: [...made.keys()],
            made: [...made.values()],
            uses: joined(same.map(({ uses }) => uses)),
            without: joined(same.map(({ without }) => without)),
          },
        ];
  });
};
