import { describe, expect, test } from '@jest/globals';
import { blackboxExporter } from '#application/exporter/blackbox.js';
import type { HttpModule, ProbeModule } from '#application/exporter/blackbox/module.js';
import { secret } from '#ground/secret.js';
import { yamlOf } from '#ground/yaml.js';
import { runTool } from '#proof/tools/tool.js';
import { withFolder } from '../hosts/folder.js';
import { blackbox } from '../synth/estate/probing.js';

const of = (modules: Readonly<Record<string, ProbeModule>>) =>
  blackboxExporter('blackbox', { namespace: 'shop', modules });
const ofHttp = (module: Omit<HttpModule, 'prober'>) => () => of({ site: { prober: 'http', ...module } });

/** What the real blackbox_exporter says of a file of modules. */
const checked = (text: string): Promise<string> =>
  withFolder({ 'blackbox.yml': text }, async (cwd) => {
    const args = ['--config.file=blackbox.yml', '--config.check'];
    const { exitCode, stdout, stderr } = await runTool('blackbox_exporter', args, { cwd });
    return exitCode === 0 ? 'well' : `${stdout}${stderr}`;
  });

describe('the real blackbox_exporter', () => {
  test('takes every field of every module', async () => {
    expect(await checked(yamlOf(blackbox.configuration?.value ?? {}))).toBe('well');
  });

  test('takes modules of which nothing is said but by what they ask', async () => {
    const { configuration } = of({ http: { prober: 'http' }, tcp: { prober: 'tcp' } });
    expect(await checked(yamlOf(configuration?.value ?? {}))).toBe('well');
  });

  test('would refuse a field that it does not know', async () => {
    expect(await checked('modules: { site: { prober: http, http: { status_codes: [200] } } }')).toContain(
      'field status_codes not found',
    );
  });
});

describe('blackbox_exporter', () => {
  test('asks by IPv4, where nothing else is said: by IPv6 it would not try the other', () => {
    expect(of({ site: { prober: 'http' } }).configuration?.value).toEqual({
      modules: { site: { prober: 'http', http: { preferred_ip_protocol: 'ip4' } } },
    });
  });

  test('reads passwords, tokens and certificates from files, each once', () => {
    expect(blackbox.files.map(({ secret: { name, key }, holds }) => `${name}/${key} ${holds}`)).toEqual([
      'shop-tls/ca.crt certificate',
      'shop-prober/password login',
      'shop-prober/token login',
      'shop-tls/tls.crt certificate',
      'shop-tls/tls.key key',
    ]);
  });
});

describe('a module is refused', () => {
  test('that asks by ICMP, with why (mistake 62)', () => {
    // @ts-expect-error A capability that a restricted namespace does not allow.
    const asked = () => of({ ping: { prober: 'icmp' } });
    expect(asked).toThrow(
      "modules.ping.prober: to ask by ICMP takes the capability NET_RAW, which no namespace allows that Pod Security restricts; open a connection instead: prober: 'tcp'",
    );
  });

  test('that asks by what nobody knows', () => {
    // @ts-expect-error No prober.
    const asked = () => of({ site: { prober: 'https' } });
    expect(asked).toThrow("no probe asks by 'https'; write http");
  });

  test('with a status code that is none', () => {
    expect(ofHttp({ statusCodes: [200, 2000] })).toThrow('2000 is no status code of HTTP');
  });

  test.each(['Authorization', 'cookie', 'X-Api-Key'])(
    'with a login in the header %s (mistake 19)',
    (header) => {
      expect(ofHttp({ headers: { [header]: 'hunter2' } })).toThrow(
        /^(?!.*hunter2).*headers\.\S+: it would be committed and readable by everybody; give it as basicAuth or bearerToken/s,
      );
    },
  );

  test('with a header that ends in another', () => {
    expect(ofHttp({ headers: { Host: 'shop\r\nX-Other: 1' } })).toThrow('it holds a line break');
  });

  test('with a pattern that RE2 does not know', () => {
    expect(ofHttp({ body: { holds: [/(?<!un)well/] } })).toThrow(
      '/(?<!un)well/ is no regular expression of RE2',
    );
  });

  test('with two ways to log in', () => {
    const password = secret('shop', 'password');
    expect(
      ofHttp({ basicAuth: { username: 'prober', password }, bearerToken: secret('shop', 'token') }),
    ).toThrow('a request has one header Authorization');
  });

  test('with a name of a certificate that none could have', () => {
    expect(ofHttp({ tls: { serverName: 'https://shop.example' } })).toThrow('modules.site.tls.serverName: ');
  });

  test('that asks for no name, or for no record', () => {
    // @ts-expect-error No type of a record.
    const asked = () => of({ name: { prober: 'dns', query: 'https://shop.example', type: 'AAA' } });
    expect(asked).toThrow(
      /'https:\/\/shop\.example' is no name to ask for[\s\S]*'AAA' is no type of a record; write A/,
    );
  });

  test('that has no time', () => {
    expect(ofHttp({ timeout: '0s' })).toThrow('nothing answers in no time');
  });

  test('by a name that is none', () => {
    expect(() => of({ 'the site': { prober: 'http' } })).toThrow("'the site' is no name of a module");
  });
});

test('an exporter without modules is refused', () => {
  expect(() => of({})).toThrow('it has none, so it asks nothing');
});
