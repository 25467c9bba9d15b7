import { describe, expect, test } from '@jest/globals';
import { cluster } from '#cluster/cluster.js';
import { byHand, sealedSecrets } from '#cluster/secret-source.js';
import { declaredSecret } from '#ground/declared-secret.js';
import { secret } from '#ground/secret.js';
import { everyDeclaredSecretIsUsedAsItIs } from '#laws/declared-secret.js';
import type { Platform } from '#platform/platform.js';
import { remoteWrite } from '#platform/remote-write/remote-write.js';
import { usualPlatform } from '#platform/usual.js';
import { neededIn } from '#secrets/needed.js';
import { referencesOfPlatform } from '#secrets/of-platform.js';
import { secretsPages } from '#secrets/page.js';
import { shop } from '../synth/estate/shop.js';

const mirror = declaredSecret('mirror', { namespace: 'shop-prod', keys: { password: 'login of a mirror' } });
const platform: Platform = { ...usualPlatform, secrets: [mirror.key('password')] };
const referred = (given: object = {}) => referencesOfPlatform({ ...platform, ...given });
const told = (given: object = {}) =>
  referred(given).map(
    ({ namespace, secret: { name, key }, made, form }) => `${namespace} ${name} ${key} ${made} ${form}`,
  );
const alone = { grafana: undefined, secrets: [] };

describe('of a platform it knows', () => {
  test("the login of Grafana's administrator, and what it names itself", () => {
    expect(told()).toEqual([
      'monitoring grafana-admin admin-user typed text',
      'monitoring grafana-admin admin-password typed text',
      'monitoring mirror password typed text',
    ]);
  });

  test('what Prometheus writes by, wherever it is said', () => {
    const write = remoteWrite({
      url: 'https://mimir.example.com/api/v1/push',
      login: { username: secret('mimir', 'username'), password: secret('mimir', 'password') },
      tls: { ca: secret('mimir-ca', 'ca.crt') },
    });
    const written = [
      'monitoring mimir username typed text',
      'monitoring mimir password typed text',
      'monitoring mimir-ca ca.crt file certificate',
    ];
    const engine = { name: 'mimir', write };
    expect([told({ ...alone, remoteWrites: [write] }), told({ ...alone, engine })]).toEqual([
      written,
      written,
    ]);
  });

  test('where blocks are kept, which is a file', () => {
    const objectStorage = { bucket: 'blocks', config: secret('thanos', 'objstore.yml') };
    expect(referred({ ...alone, engine: { name: 'thanos', objectStorage } })).toMatchObject([
      {
        ...{ secret: { name: 'thanos', key: 'objstore.yml' }, made: 'file', form: 'file' },
        use: 'bucket in which blocks are kept',
      },
    ]);
  });

  test('a key once, though it stands in the list of the platform too', () => {
    expect(told({ secrets: [secret('grafana-admin', 'admin-user')] })).toHaveLength(2);
  });
});

const applications = [shop({ exporters: [] })];

describe('of a cluster', () => {
  test('the Secrets of its platform are its own where it delivers that', () => {
    const needed = neededIn(cluster('production', { platform, applications }));
    expect(needed.map(({ namespace, name }) => `${namespace} ${name}`)).toEqual([
      'shop-prod shop-slack',
      'monitoring grafana-admin',
      'monitoring mirror',
    ]);
  });

  test('they are those of somebody else where somebody else delivers it', () => {
    const needed = neededIn(cluster('production', { applications }));
    expect(needed.map(({ name }) => name)).toEqual(['shop-slack']);
  });

  test('its page has them apart', () => {
    const page = secretsPages([cluster('production', { platform, applications, secrets: byHand })]);
    expect(page.get('production.md')).toMatch(/^## The platform$/m);
  });

  test('a Secret that is declared elsewhere is none of its platform (mistake 52)', () => {
    const where = cluster('production', { platform, applications });
    expect(everyDeclaredSecretIsUsedAsItIs({ applications, objects: [], cluster: where })).toMatchObject([
      { where: 'platform/secrets.mirror', code: 'secret-elsewhere' },
    ]);
  });

  test('of one that keeps sealed ones the page seals each into a file of its own', () => {
    const secrets = sealedSecrets('sealed/production');
    const page = secretsPages([cluster('production', { applications, secrets })]).get('production.md');
    expect(page).toContain(
      `read -rsp 'url: ' && printf %s "$REPLY" | kubectl -n shop-prod create secret generic shop-slack --from-file=url=/dev/stdin --dry-run=client -o yaml | kubeseal --format yaml > sealed/production/SealedSecret.shop-prod.shop-slack.yaml`,
    );
  });
});
