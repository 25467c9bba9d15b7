import { textsIn } from '#synth/publishing/content.js';
import { describe, expect, test } from '@jest/globals';
import { alert } from '#alerts/rule/alert.js';
import { group } from '#alerts/rule/group.js';
import { nothingSecretOn } from '#laws/secret-page.js';
import { places } from '../estate.js';
import { count } from '#promql/unit/limit.js';
import { above } from '#alerts/rule/condition.js';
import { Refusal } from '#ground/fault.js';
import { synthesisOf } from '#synth/estate/estate.js';
import { synthesize } from '#synth/synthesize.js';
import { openBaskets, shop } from '../synth/estate/shop.js';
import { inProduction } from '../place.js';

const path = 'docs/runbooks/shop/ShopDown.md';
const found = (text: string) => nothingSecretOn(new Map([[path, `# ShopDown\n\n${text}\n`]]));

// Put together here, so that no scanner of secrets takes them for real ones.
const hook = ['https://hooks.slack.com', 'services', 'T0', 'B0', 'x'].join('/');
const teams = ['https://acme.webhook.office.com', 'webhookb2', 'a@b', 'IncomingWebhook', 'c'].join('/');
const chat = ['https://chat.googleapis.com/v1/spaces/A/messages?key=b', 'token=c'].join('&');

describe('a secret on a page is refused (mistake 19):', () => {
  test.each([
    ['an incoming webhook of Slack', `Try it: \`curl -d '{"text": "x"}' ${hook}\``],
    ['an incoming webhook of Microsoft Teams', teams],
    ['a webhook of Google Chat', chat],
    ['a password in a URL', '`psql postgresql://shop:hunter2@db:5432/shop`'],
    ['the value of a secret variable', '`PGPASSWORD=hunter2 psql -h db`'],
    [
      'the value of a secret variable',
      "`kubectl create secret generic db --from-literal=password='hunter2'`",
    ],
    ['the value of a secret variable', '`REDISCLI_AUTH=hunter2 redis-cli ping`'],
    ['the value of a secret variable', '`curl https://ci.example.org/run?api_key=ab12`'],
    ['a secret as an option', '`rabbitmqadmin --password hunter2 list queues`'],
    ['a secret as an option', '`vault login --token=ab12`'],
    ['a login of curl', '`curl -sS -u admin:hunter2 localhost:9200`'],
    ['a password of Redis', '`redis-cli -h cache -a hunter2 info`'],
    ['a password of MySQL', '`mysqladmin -uroot -phunter2 processlist`'],
    ['a header that authorizes', "`curl -H 'Authorization: Bearer ab12cd34' api`"],
    ['a password', 'Log in as admin, the password is `hunter2`.'],
    ['a password', 'admin으로 로그인합니다. 비밀번호는 `hunter2`입니다.'],
  ])('%s in %s', (what, text) => {
    expect(found(text)).toEqual([
      {
        where: `${path}:3`,
        what: '(not shown)',
        code: 'secret-in-the-open',
        why: `${what} would be committed and readable by everybody`,
        cure: 'say in which Secret it is kept, or read it into a variable: "$PASSWORD"',
      },
    ]);
  });

  test('all of them at once, page by page and line by line', () => {
    const pages = new Map([
      ['a.md', `TOKEN=ab12\n\n${hook}`],
      ['b.md', 'Nothing.'],
      ['c.md', 'PASSWORD=hunter2'],
    ]);
    expect(nothingSecretOn(pages).map(({ where }) => where)).toEqual(['a.md:1', 'a.md:3', 'c.md:1']);
  });

  test('and told to nobody', () => {
    expect(JSON.stringify(found('PASSWORD=hunter2'))).not.toContain('hunter2');
  });
});

test.each([
  '`PGPASSWORD="$POSTGRES_PASSWORD" psql`',
  '`curl -sS ${ELASTIC_PASSWORD:+-u "elastic:$ELASTIC_PASSWORD"} localhost:9200`',
  '`PASSWORD=<the password> psql`',
  '`--from-literal=password=PASSWORD`',
  '`kubectl create secret generic shop --from-file=password=password --from-file=token=/dev/stdin`',
  '`redis-cli -a "$REDIS_PASSWORD" info`',
  '`mysql -p shop`',
  '`mysql --port 3306`',
  '`curl -H \'Authorization: Bearer \'"$TOKEN" api`',
  'The `Authorization: Bearer` header is missing.',
  'The password is kept in Secret `shop-db`, its key is `password`.',
  'Password: ask whoever is on call.',
  '`kube_secret_info{namespace="shop", secret="shop-tls"}`',
  'It fires when tokens=5 of a limiter are left.',
])('%s gives nothing away', (text) => {
  expect(found(text)).toEqual([]);
});

describe('synthesis refuses', () => {
  const said = (check: string) => () => ({
    summary: 'Too many.',
    description: 'Too many.',
    meaning: 'Too many.',
    impact: 'Some.',
    check,
    action: 'Act.',
  });
  const telling = (check: string) =>
    alert('TooManyBaskets', {
      limit: count(100),
      when: ({ limit }) => above(openBaskets, limit),
      for: '5m',
      severity: 'warning',
      says: { ko: said('봅니다.'), en: said(check) },
      proof: () => ({
        reading: { at: () => [], well: 4, when: (value) => `${value} are open`, labels: {} },
      }),
    });
  const refusedOf = (check: string) => {
    const groups = [group('shop', { interval: '30s', packs: [{ telling: telling(check) }] })];
    const { charts, laws } = synthesisOf(inProduction([shop({ groups, dashboards: [] })]));
    try {
      synthesize(charts, laws);
    } catch (error) {
      if (error instanceof Refusal) return error.faults;
      throw error;
    }
    return [];
  };

  test('a runbook that holds a webhook', () => {
    expect(refusedOf(`curl ${hook}`)).toMatchObject([
      { where: expect.stringMatching(/^docs\/runbooks\/shop\/TooManyBaskets\.md:\d+$/) },
    ]);
  });

  test('none that does not', () => {
    expect(refusedOf('Look.')).toEqual([]);
  });
});

test('the pages of the estate hold no secret', () => {
  const { pages } = synthesisOf({ places });
  const all = Object.values(pages).flatMap((each) => [...textsIn(each)]);
  expect(nothingSecretOn(new Map(all))).toEqual([]);
});
