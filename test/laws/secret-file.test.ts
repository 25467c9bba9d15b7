import { describe, expect, test } from '@jest/globals';
import { nothingSecretIn } from '#laws/secret-file.js';
import { rendered } from '../hosts/rendered.js';

const path = 'compose/shop/docker-compose.yml';
const found = (text: string) => nothingSecretIn(new Map([[path, text]]));
const inCompose = (line: string) =>
  [
    'services:',
    '  grafana:',
    '    environment:',
    `      ${line}`,
    '      GF_USERS_ALLOW_SIGN_UP: "false"',
  ].join('\n');

describe('a secret in a file of a host is refused:', () => {
  // Put together here, so that no scanner of secrets takes them for real ones.
  test.each([
    [
      'an incoming webhook of Slack',
      `api_url: ${['https://hooks.slack.com', 'services', 'T0', 'B0', 'x'].join('/')}`,
    ],
    ['a token of Slack', ['# xoxb', '123456789012', 'abc'].join('-')],
    ['a private key', ['-----BEGIN', 'RSA PRIVATE KEY-----'].join(' ')],
    ['a secret as an option', 'command: ["--requirepass", "x", "--password=hunter2"]'],
    ['a password in a URL', ['--uri=postgresql://shop', 'hunter2@db:5432/shop'].join(':')],
  ])('%s', (what, text) => {
    expect(found(text)).toEqual([
      {
        where: path,
        what: '(not shown)',
        code: 'secret-in-the-open',
        why: `${what} would be committed and readable by everybody`,
        cure: 'refer to it with secret(name, key): it is then read from a file or a variable of the host',
      },
    ]);
  });

  test.each([
    'GF_SECURITY_ADMIN_PASSWORD: hunter2',
    'GF_SECURITY_ADMIN_PASSWORD: "hunter2"',
    "- GF_SECURITY_ADMIN_PASSWORD='hunter2'",
    'DATA_SOURCE_PASS: $$2a$$10',
    'API_TOKEN: ab12',
    'AWS_SECRET_ACCESS_KEY: ab12',
    'auth_password: hunter2',
    'routing_key: ab12',
  ])('the plain value of %s', (line) => {
    expect(found(inCompose(line))).toMatchObject([
      { why: 'the value of a secret variable would be committed and readable by everybody' },
    ]);
  });

  test('but not the name of a Secret that is there already, as charts of Helm call it', () => {
    expect(found('grafana:\n  admin:\n    existingSecret: grafana-admin\n')).toEqual([]);
  });

  test('one that the operator would have found in .env.example', () => {
    expect(found('\n# The password.\nGRAFANA_ADMIN_PASSWORD=hunter2\n')).toHaveLength(1);
  });

  test('all of them at once, file by file', () => {
    const files = new Map([
      ['a', 'PASSWORD=hunter2'],
      ['b', 'PASSWORD='],
      ['c', `TOKEN=${['xoxb', '123456789012', 'abc'].join('-')}`],
    ]);
    expect(nothingSecretIn(files).map(({ where }) => where)).toEqual(['a', 'c', 'c']);
  });

  test('and is told to nobody', () => {
    expect(JSON.stringify(found(inCompose('PASSWORD: hunter2')))).not.toContain('hunter2');
  });
});

describe('no secret is', () => {
  test.each([
    [
      'a variable that Compose fills in',
      inCompose('GF_SECURITY_ADMIN_PASSWORD: ${GRAFANA_PASSWORD:?set it}'),
    ],
    ['one between quotes', inCompose('GF_SECURITY_ADMIN_PASSWORD: "${GRAFANA_PASSWORD:?set it}"')],
    [
      'one with a default for developers',
      inCompose('GF_SECURITY_ADMIN_PASSWORD: ${GRAFANA_PASSWORD:-admin}'),
    ],
    ['one of a list', inCompose('- GF_SECURITY_ADMIN_PASSWORD=${GRAFANA_PASSWORD}')],
    ['an empty one, to be filled in', 'GRAFANA_ADMIN_PASSWORD=\n\n# The user.\nGRAFANA_ADMIN_USER=\n'],
    ['the file that holds one', 'auth_password_file: /etc/alertmanager/secrets/shop-smtp/password'],
    ['a comment on one', "# Put what holds $ between single quotes: PASSWORD='…'"],
    ['a key of another kind', 'message_key: log\nadd_error_key: true\nkey: value'],
  ])('%s', (_, text) => {
    expect(found(text)).toEqual([]);
  });
});

test.each(rendered)('what is delivered to $name holds no secret', ({ files }) => {
  expect(nothingSecretIn(new Map(Object.entries(files)))).toEqual([]);
});
