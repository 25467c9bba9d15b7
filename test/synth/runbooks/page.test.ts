import { describe, expect, test } from '@jest/globals';
import { inLanguage } from '#ground/language.js';
import { dockerCompose } from '#alerts/place/compose.js';
import { kubernetes } from '#alerts/place/kubernetes.js';
import type { Weekday } from '#alerts/rule/clock.js';
import { hours } from '#alerts/rule/hours.js';
import type { Application } from '#application/application.js';
import { timeseries } from '#dashboards/panel/timeseries.js';
import { estate } from '../../estate.js';
import { slack } from '#routing/receiver/slack.js';
import { webhook } from '#routing/receiver/webhook.js';
import { routing } from '#routing/routing.js';
import { secret } from '#ground/secret.js';
import { pagePath, runbookPages } from '#synth/runbooks/page.js';
import { words } from '#synth/runbooks/words.js';
import { alerting, drawing, openBaskets, requestRate, shop, tooMany } from '../estate/shop.js';
import { ownAlertsOf } from '../../own-alerts.js';

const pageOf = (application: Application): string =>
  runbookPages(application).get('shop/TooManyRequests.md') ?? 'there is no page';

/** What stands under a heading of a page. */
const under = (heading: string, page: string): string => {
  const [, after = ''] = page.split(`\n### ${heading}\n\n`);
  return after.split('\n\n#')[0] ?? '';
};

const alert = tooMany('TooManyRequests', requestRate);
const only = (spec: Parameters<typeof shop>[0] = {}) =>
  shop({ language: ['ko', 'en'], groups: alerting(alert), dashboards: [], ...spec });

test('an alert’s page speaks the language of its application alone', () => {
  expect(pageOf(only({ language: 'en' }))).not.toMatch(/[가-힣]/);
});

test('an alert’s page says in both languages of its application what the alert does', () => {
  expect(pageOf(only())).toMatchInlineSnapshot(`
    "# TooManyRequests

    Shop · \`warning\` · shop

    ## 한국어

    ### 의미

    Too many.

    ### 영향

    Some.

    ### 발생 조건

    값이 100/s 초과인 상태가 5분 동안 이어지면 발생합니다. 문제가 시작된 뒤 늦어도 6분 안에 발생합니다(30초마다 수집, 30초마다 평가).

    ### 확인 방법

    Look.

    ### 조치

    Act.

    ### 알림 대상

    - Slack #shop

    ## English

    ### Meaning

    Too many.

    ### Impact

    Some.

    ### When it fires

    The value is over 100/s for 5 minutes. After the beginning of a fault it fires within 6 minutes (scraped every 30 seconds, evaluated every 30 seconds).

    ### How to check

    Look.

    ### What to do

    Act.

    ### Who is told

    - Slack #shop

    ## PromQL

    \`\`\`promql
    sum(rate(shop_requests_total{namespace="shop-prod"}[5m])) > 100
    \`\`\`
    "
  `);
});

test('there is a page for every alert', () => {
  expect([...runbookPages(shop()).keys()]).toEqual([
    'shop/TooManyRequests.md',
    'shop/TooManyItems.md',
    'shop/TargetDown.md',
  ]);
});

describe('a page names', () => {
  test('the panels that draw the alert’s limit', () => {
    const spec = { description: 'What it shows.', signal: requestRate, limits: [alert] };
    const dashboards = [drawing(requestRate, { panels: [timeseries('Requests', spec)] })];
    expect(under('Dashboards', pageOf(only({ dashboards })))).toBe('- Shop — panel “Requests”');
  });

  test('no dashboard that does not show what the alert watches, where another does', () => {
    const spec = { description: 'What it shows.', signal: requestRate, limits: [alert] };
    const dashboards = [
      drawing(openBaskets, { uid: 'shop-baskets' }),
      drawing(requestRate, { panels: [timeseries('Requests', spec)] }),
    ];
    expect(under('Dashboards', pageOf(only({ dashboards })))).toBe('- Shop — panel “Requests”');
  });

  test('no dashboards at all where there are none', () => {
    expect(pageOf(only({ dashboards: [] }))).not.toContain('### Dashboards');
  });

  test('the panel that was made of the alert, where no other shows what it watches', () => {
    const dashboards = [drawing(openBaskets)];
    expect(under('Dashboards', pageOf(only({ dashboards })))).toBe('- Shop — panel “TooManyRequests”');
  });

  test('how long the alert keeps firing', () => {
    const groups = alerting(tooMany('TooManyRequests', requestRate, { keepFiringFor: '10m' }));
    expect(under('When it fires', pageOf(only({ groups })))).toContain(
      'The value is over 100/s for 5 minutes. It keeps firing for 10 minutes after that has ended.',
    );
  });

  test.each([
    [
      'in Kubernetes',
      kubernetes,
      `kubectl -n monitoring exec service/alertmanager-operated -c alertmanager -- amtool silence add alertname=TooManyRequests application=shop --duration=8h --author="$USER" --comment='public holiday' --alertmanager.url=http://localhost:9093`,
    ],
    [
      'on a host',
      dockerCompose('shop'),
      `docker compose -p shop-monitoring exec -T alertmanager amtool silence add alertname=TooManyRequests application=shop --duration=8h --author="$USER" --comment='public holiday' --alertmanager.url=http://localhost:9093 </dev/null`,
    ],
  ] as const)('how an alert that keeps hours is silenced for a day %s', (_, place, command) => {
    const during = hours({ days: ['monday'], from: '09:00', to: '15:30', timeZone: 'Asia/Seoul' });
    const groups = alerting(tooMany('TooManyRequests', requestRate, { during: () => during }));
    expect(under('What to do', pageOf(only({ groups, place })))).toBe(`Act.\n\n\`\`\`sh\n${command}\n\`\`\``);
  });

  test('everybody who is told, on whatever way the alert may go', () => {
    const told = routing({
      language: 'en',
      receivers: {
        slack: slack({ url: secret('shop-slack', 'url'), channel: '#shop' }),
        both: [
          slack({ url: secret('shop-slack', 'url'), channel: '#shop-urgent' }),
          webhook({ url: secret('shop-pager', 'url') }),
        ],
      },
      route: {
        receiver: 'slack',
        routes: [
          { matchers: { severity: 'warning' }, receiver: 'both', continue: true },
          { receiver: 'slack' },
        ],
      },
    });
    expect(under('Who is told', pageOf(only({ routing: told })))).toBe(
      ['- Slack #shop-urgent', '- Webhook shop-pager', '- Slack #shop'].join('\n'),
    );
  });

  test('the hours that the alert keeps', () => {
    const during = hours({ days: ['monday', 'friday'], from: '09:00', to: '15:30', timeZone: 'Asia/Seoul' });
    const groups = alerting(tooMany('TooManyRequests', requestRate, { during: () => during }));
    expect(under('When it fires', pageOf(only({ groups })))).toBe(
      'The value is over 100/s for 5 minutes. It fires only Monday, Friday, 09:00–15:30 (Asia/Seoul).',
    );
  });
});

describe('conditions read well', () => {
  test.each([
    [
      '>',
      '5%',
      '5m',
      'The value is over 5% for 5 minutes.',
      '값이 5% 초과인 상태가 5분 동안 이어지면 발생합니다.',
    ],
    [
      '>=',
      '2',
      '1m',
      'The value is at least 2 for 1 minute.',
      '값이 2 이상인 상태가 1분 동안 이어지면 발생합니다.',
    ],
    [
      '==',
      '0',
      '2h',
      'The value is exactly 0 for 2 hours.',
      '값이 0인 상태가 2시간 동안 이어지면 발생합니다.',
    ],
    ['<', '1', '0s', 'The value is under 1, at once.', '값이 1 미만이면 즉시 발생합니다.'],
  ] as const)('%s %s for %s', (operator, limit, hold, en, ko) => {
    const said = (['en', 'ko'] as const).map((language) => words[language].condition(operator, limit, hold));
    expect(said).toEqual([en, ko]);
  });
});

describe('days read well', () => {
  const during = (days: readonly [Weekday, ...Weekday[]]) =>
    (['en', 'ko'] as const).map((language) =>
      words[language].during(hours({ days, from: '9:00', to: '18:00', timeZone: 'Asia/Seoul' })),
    );

  test('in a row', () => {
    expect(during(['monday', 'tuesday', 'wednesday', 'thursday', 'friday'])).toEqual([
      'It fires only Monday to Friday, 09:00–18:00 (Asia/Seoul).',
      '월~금요일 09:00–18:00(Asia/Seoul)에만 발생합니다.',
    ]);
  });

  test('in rows and alone, from Monday on', () => {
    expect(during(['sunday', 'saturday', 'tuesday'])).toEqual([
      'It fires only Tuesday, Saturday to Sunday, 09:00–18:00 (Asia/Seoul).',
      '화·토~일요일 09:00–18:00(Asia/Seoul)에만 발생합니다.',
    ]);
  });
});

describe('commands on the pages of the estate', () => {
  const pages = estate.flatMap((application) => [...runbookPages(application)]);
  const commandsOf = (page: string): readonly string[] =>
    [...page.matchAll(/```sh\n(.*?)\n```/gs)].flatMap(([, lines = '']) => lines.split('\n'));

  test.each(pages)('can be pasted from %s', (_, page) => {
    // To a shell `<pod>` is a file to read from, and one to write to.
    expect(commandsOf(page).filter((line) => /<[a-z]/.test(line))).toEqual([]);
  });

  test.each(pages)('that use a variable are below the line that sets it in %s', (_, page) => {
    const lines = commandsOf(page);
    const unset = lines.filter((line, i) =>
      [...line.replaceAll(/'[^']*'/g, '').matchAll(/\$([A-Z]+)/g)].some(
        ([, name = '']) =>
          name !== 'USER' && !lines.slice(0, i).some((before) => before.startsWith(`${name}=`)),
      ),
    );
    expect(unset).toEqual([]);
  });
});

test.each(
  estate.flatMap((application) =>
    ownAlertsOf(application).map((alert) => [alert.name, application, alert] as const),
  ),
)('%s speaks of a dashboard only where one shows it', (_, application, { name, texts, runbook }) => {
  const page = runbookPages(application).get(pagePath(application.name, name)) ?? '';
  const { language } = application;
  const told = [
    ...Object.values(inLanguage(texts, language)),
    ...Object.values(inLanguage(runbook, language)),
  ];
  const isSpokenOf = /대시보드|dashboard/.test(told.join('\n'));
  expect([isSpokenOf, /^##+ (대시보드|Dashboards)$/m.test(page)]).not.toEqual([true, false]);
});
