import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { postgresExporter } from '#application/exporter/postgres.js';
import { cluster } from '#cluster/cluster.js';
import { type SecretSource, byHand, sealedSecrets } from '#cluster/secret-source.js';
import { declaredSecret } from '#ground/declared-secret.js';
import { secret } from '#ground/secret.js';
import type { Surface } from '#ground/surface.js';
import { UsageError } from '#ground/usage.js';
import { pagerduty } from '#routing/receiver/pagerduty.js';
import { slack } from '#routing/receiver/slack.js';
import { routing } from '#routing/routing.js';
import { secretsCommand } from '#secrets/verb.js';
import { shop } from '../synth/estate/shop.js';

const login = declaredSecret('db', {
  namespace: 'shop-prod',
  keys: { user: 'a role', password: 'its password' },
  madeBy: 'the chart of the database',
});
const till = shop({
  exporters: [
    postgresExporter('postgres', {
      ...{ namespace: 'shop-prod', database: 'db:5432/shop', sslMode: 'verify-full' },
      ...{ user: login.key('user'), password: login.key('password'), ca: secret('db-ca', 'ca.crt') },
      imagePullSecrets: ['mirror'],
    }),
  ],
  routing: routing({
    language: 'en',
    receivers: {
      all: [
        slack({ url: secret('chat', 'url'), channel: '#shop' }),
        pagerduty({ routingKey: secret('pager', 'key') }),
      ],
    },
    route: { receiver: 'all' },
  }),
});
const production = (secrets: SecretSource = byHand) =>
  cluster('production', { applications: [till], secrets });

/** Put together here, so that no scanner takes it for a real one. */
const pem = (what: string): string => `-----BEGIN ${what}-----\nQUJD\n-----END ${what}-----\n`;
const values = {
  'db user': 'exporter',
  'db password': 'correct horse ',
  'db-ca ca.crt': pem('CERTIFICATE'),
  'mirror .dockerconfigjson': '{"auths":{"registry.example":{}}}',
  'chat url': 'https://chat.example/hook/one',
  'pager key': 'a1b2c3',
};
type Place = keyof typeof values;

/** The Secrets as `kubectl get secrets -A -o json` writes them; a value that is undefined is not there. */
const kept = (changes: Partial<Record<string, string | undefined>> = {}, type?: string): string => {
  const all = Object.entries({ ...values, ...changes });
  const names = [...new Set(all.map(([place]) => place.split(' ')[0] ?? ''))];
  const items = names.map((name) => ({
    kind: 'Secret',
    metadata: { name, namespace: 'shop-prod' },
    type: name === 'mirror' ? (type ?? 'kubernetes.io/dockerconfigjson') : 'Opaque',
    data: Object.fromEntries(
      all
        .filter(([place, value]) => place.startsWith(`${name} `) && value !== undefined)
        .map(([place, value = '']) => [place.split(' ')[1] ?? '', Buffer.from(value).toString('base64')]),
    ),
  }));
  return JSON.stringify({ kind: 'List', items: items.filter(({ data }) => Object.keys(data).length > 0) });
};

const ran = async (
  input: string,
  { words = ['check'], clusters = [production()], root = '.', isTTY = false, colour = false } = {},
) => {
  const written: string[] = [];
  const terminal = { write: (text: string) => void written.push(text), isTTY };
  const surface: Surface = { out: terminal, err: terminal, colour, root, folder: root };
  const read = () => Promise.resolve(input);
  const code = await secretsCommand(words, surface, { clusters, docs: 'docs' }, { isTTY, read });
  return { code, text: written.join('') };
};
const refusalOf = async (input: string, how?: Parameters<typeof ran>[1]): Promise<string> => {
  try {
    return (await ran(input, how)).text;
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
};
const faultsOf = async (changes: Parameters<typeof kept>[0], type?: string) => {
  const { text } = await ran(kept(changes, type), { words: ['check', '--json'] });
  const [{ faults }] = JSON.parse(text);
  return faults;
};

describe('cheomseong secrets check', () => {
  test('says that all are there', async () => {
    expect(await ran(kept())).toEqual({
      code: 0,
      text: 'production: 5 Secrets are there, with all keys\n',
    });
  });

  test('says which is missing, what is silent without it, and how it is made (mistake 52)', async () => {
    expect(await ran(kept({ 'chat url': undefined }))).toEqual({
      code: 1,
      text: 'production: shop-prod/chat: it is not there, and so the operator leaves out AlertmanagerConfig `shop`: nobody is told by Slack #shop; make it by its command in docs/secrets/production.md [secret-missing]\ncheomseong explain CODE tells more of each.\n',
    });
  });

  test('leaves what somebody else makes to them', async () => {
    expect(await faultsOf({ 'db user': undefined, 'db password': undefined })).toMatchObject([
      { code: 'secret-missing', cure: 'see to who makes it: the chart of the database' },
    ]);
  });

  test('says which key is missing, and which are there', async () => {
    expect(await faultsOf({ 'chat url': undefined, 'chat webhook': 'https://x.example' })).toMatchObject([
      {
        where: 'shop-prod/chat url',
        code: 'key-missing',
        why: "it has no key 'url', and has webhook",
      },
    ]);
  });

  test.each<[string, Place, string]>([
    ['a password', 'db password', 'correct horse\n'],
    ['a URL', 'chat url', 'https://chat.example/hook/one\r\n'],
    ['a key', 'pager key', 'a1b2c3\n'],
  ])('says that %s ends with a newline, and nothing else of it (mistake 52)', async (_, place, value) => {
    expect(await faultsOf({ [place]: value })).toMatchObject([
      { where: `shop-prod/${place}`, code: 'ends-with-newline', what: '' },
    ]);
  });

  test.each<[string, Place, string, string]>([
    ['an empty password', 'db password', '', 'its value is empty'],
    ['a URL that is none', 'chat url', 'TODO', 'its value is no URL, http:// or https://'],
    ['a key with spaces', 'pager key', 'a1 b2', 'its value has spaces or lines in it, and no such key has'],
    ['a certificate that is a key', 'db-ca ca.crt', pem('PRIVATE KEY'), 'its value is no certificate in PEM'],
    [
      'a login of no registry',
      'mirror .dockerconfigjson',
      '{"auths":{}}',
      'its value is not what a registry is logged in to with, { "auths": … }',
    ],
  ])('tells of %s', async (_, place, value, why) => {
    expect(await faultsOf({ [place]: value })).toMatchObject([
      { where: `shop-prod/${place}`, code: 'value-of-no-use', why },
    ]);
  });

  test('tells of a Secret by which no image is pulled, for its type', async () => {
    expect(await faultsOf({}, 'Opaque')).toMatchObject([
      { where: 'shop-prod/mirror', code: 'value-of-no-use' },
    ]);
  });

  test('never tells a value, nor a part of one', async () => {
    const telling = Object.fromEntries(
      Object.keys(values).map((place) => [place, 'Tr0ub4dor und 3 Zeilen\n']),
    );
    const input = kept(telling);
    const said = [await ran(input), await ran(input, { words: ['check', '--json'] })];
    expect(said.map(({ code }) => code)).toEqual([1, 1]);
    expect(said.map(({ text }) => text).join('')).not.toMatch(/Tr0|Zeilen|VHIw|WmVpb/);
  });

  test('sets off its words by colour where there is any', async () => {
    expect((await ran(kept(), { colour: true })).text).toMatch(/^\u001b\[1mproduction\u001b\[0m: /);
  });

  test.each([
    '{"kind":"List","items":[]}',
    '{"kind":"SecretList","items":null,"apiVersion":"v1","metadata":{}}',
  ])('says of a cluster without Secrets, %s, that all are missing', async (input) => {
    expect((await ran(input)).text).toContain('production: 5 faults');
  });

  test('takes an immutable Secret as any', async () => {
    const list = JSON.parse(kept());
    const items = list.items.map((each: object) => ({ ...each, immutable: true }));
    expect((await ran(JSON.stringify({ ...list, items }))).code).toBe(0);
  });

  /** The chat's Secret with other fields, by itself. */
  const chatAs = async (changes: object, places = 'shop-prod/chat') => {
    const text = JSON.stringify({
      kind: 'Secret',
      metadata: { name: 'chat', namespace: 'shop-prod' },
      ...changes,
    });
    const [{ faults }] = JSON.parse((await ran(text, { words: ['check', '--json'] })).text);
    return faults.filter(({ where }: { where: string }) => where.startsWith(places));
  };

  test('reads stringData, as a manifest that was not applied yet has it', async () => {
    expect(await chatAs({ stringData: { url: 'https://chat.example/hook/one' } })).toEqual([]);
  });

  test('takes stringData before data, as the API server does', async () => {
    const data = { url: Buffer.from('https://chat.example/hook/one').toString('base64') };
    expect(await chatAs({ data, stringData: { url: 'TODO' } })).toMatchObject([
      { where: 'shop-prod/chat url', code: 'value-of-no-use' },
    ]);
  });

  test('says of a Secret without data that its key is missing', async () => {
    expect(await chatAs({ type: 'Opaque' })).toMatchObject([
      { code: 'key-missing', why: "it has no key 'url'" },
    ]);
  });

  test.each([
    ['what is no base64', 'hunter2!', 'is not written in base64'],
    ['base64 that was cut off', 'aHVudGVyM', 'is not written in base64'],
    ['base64 with lines in it', 'aHVu\ndGVyMg==', 'is not written in base64'],
    ['base64 of what is no text', '//79/A==', 'is no URL, http:// or https://'],
    ['nothing', null, 'is empty'],
  ])('tells of a value that is %s', async (_, url, why) => {
    expect(await chatAs({ data: { url } })).toMatchObject([
      { where: 'shop-prod/chat url', code: 'value-of-no-use', why: `its value ${why}` },
    ]);
  });

  test.each(['hunter2!', 'aHVudGVyM', 'aHVu\ndGVyMg==', '//79/A=='])(
    'shows nothing of a value as %j',
    async (url) => {
      expect(JSON.stringify(await chatAs({ data: { url } }))).not.toMatch(/hunter|aHVu|dGVy|79\/A/);
    },
  );

  test('takes one Secret by itself', async () => {
    const [chat] = JSON.parse(kept()).items.filter(({ metadata }: { metadata: { name: string } }) => {
      return metadata.name === 'chat';
    });
    const { text } = await ran(JSON.stringify(chat));
    expect(text).not.toContain('shop-prod/chat');
  });

  test('needs no word of which cluster where there is one, and asks for it where there are several', async () => {
    const staging = cluster('staging', { applications: [till] });
    expect(await refusalOf(kept(), { clusters: [production(), staging] })).toBe(
      'the estate has several clusters, production, staging: say which, --cluster production',
    );
  });

  test.each([
    [['check', '--cluster', 'prodution'], 'the estate has no such cluster; write production'],
    [['chek'], 'there is no secrets chek: write check'],
    [[], 'what is to be done is missing'],
  ])('cannot be run as %j', async (words, why) => {
    expect(await refusalOf(kept(), { words })).toContain(why);
  });

  test('does not wait for somebody to type', async () => {
    expect(await refusalOf('', { isTTY: true })).toContain('standard input is a terminal');
  });

  test.each([
    ['is empty', ''],
    ['is no JSON', 'hunter2'],
    ['is no JSON', '{"items":[{"data":{"password":"aHVudGVyMg=="'],
    ['is no list of Secrets', '["aHVudGVyMg=="]'],
    ['lists other objects than Secrets', '{"items":[{"kind":"ConfigMap","metadata":{"name":"hunter2"}}]}'],
  ])('of what %s it says that, and repeats none of it', async (why, input) => {
    expect(await refusalOf(input)).toBe(
      `standard input ${why}: kubectl get secrets -A -o json | cheomseong secrets check`,
    );
  });
});

describe('cheomseong secrets sealed', () => {
  let root = '';
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'sealed-'));
    mkdirSync(join(root, 'whole'));
    mkdirSync(join(root, 'lacking'));
    const sealed = (name: string, key: string): string =>
      `kind: SealedSecret\nmetadata: { name: ${name}, namespace: shop-prod }\nspec: { encryptedData: { ${key}: AgB } }\n`;
    const needed = [
      ['chat', 'url'],
      ['pager', 'key'],
      ['db-ca', 'ca.crt'],
      ['mirror', '.dockerconfigjson'],
    ] as const;
    for (const [name, key] of needed) writeFileSync(join(root, 'whole', `${name}.yaml`), sealed(name, key));
    writeFileSync(
      join(root, 'lacking/all.yaml'),
      [sealed('chat', 'webhook'), sealed('mirror', '.dockerconfigjson'), sealed('db-ca', 'ca.crt')].join(
        '---\n',
      ),
    );
    writeFileSync(
      join(root, 'lacking/plain.yaml'),
      'kind: Secret\nmetadata: { name: pager, namespace: shop-prod }\nstringData: { key: hunter2 }\n',
    );
  });
  afterAll(() => {
    rmSync(root, { recursive: true });
  });
  const sealedIn = (folder: string, words = ['sealed']) =>
    ran('', { words, clusters: [production(sealedSecrets(folder))], root });

  test('says that all are sealed, but for what somebody else makes', async () => {
    expect(await sealedIn('whole')).toEqual({
      code: 0,
      text: 'production: 4 Secrets are sealed, with all keys\n',
    });
  });

  test('says which is missing, which key of one, and which stands in the open', async () => {
    const [{ faults }] = JSON.parse((await sealedIn('lacking', ['sealed', '--json'])).text);
    expect(faults).toMatchObject([
      { where: 'lacking/plain.yaml', code: 'secret-in-the-open' },
      { where: 'shop-prod/chat url', code: 'not-sealed' },
      { where: 'shop-prod/pager', code: 'not-sealed' },
    ]);
  });

  test('shows nothing of a Secret in the open', async () => {
    expect((await sealedIn('lacking')).text).not.toContain('hunter2');
  });

  test('tells of all where there is no such folder', async () => {
    expect((await sealedIn('nowhere')).text).toContain('production: 4 faults');
  });

  test('is a part of the check of a cluster that keeps sealed ones', async () => {
    const { text } = await ran(kept(), { clusters: [production(sealedSecrets('lacking'))], root });
    expect(text).toContain('shop-prod/pager: no file of lacking/ has it sealed');
  });

  test('has nothing to do where no cluster keeps sealed ones', async () => {
    expect(await refusalOf('', { words: ['sealed'] })).toContain('no cluster keeps sealed Secrets');
  });
});
