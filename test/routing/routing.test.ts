import { describe, expect, test } from '@jest/globals';
import { observer as application } from './observer.js';
import { not } from '#promql/metric/match.js';
import type { TimeInterval } from '#routing/time-interval.js';
import { discord } from '#routing/receiver/discord.js';
import { email } from '#routing/receiver/email.js';
import { msteams } from '#routing/receiver/msteams.js';
import { opsgenie } from '#routing/receiver/opsgenie.js';
import { pagerduty } from '#routing/receiver/pagerduty.js';
import type { Integration } from '#routing/receiver/receiver.js';
import { slack } from '#routing/receiver/slack.js';
import { sns } from '#routing/receiver/sns.js';
import { telegram } from '#routing/receiver/telegram.js';
import { webhook } from '#routing/receiver/webhook.js';
import type { RouteSpec } from '#routing/route.js';
import { routing } from '#routing/routing.js';
import { secret } from '#ground/secret.js';

const observer = application.routing;

const url = secret('observer-slack', 'url');
const chat = slack({ url, channel: '#observer-alerts' });

const refusal = (make: () => unknown): string => {
  try {
    make();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return 'not refused';
};

/** What is said of a route, in a routing that is sound otherwise. The type is that of names read from elsewhere. */
const ofRoute = (route: RouteSpec): string =>
  refusal(() =>
    routing<Record<string, typeof chat>, Record<string, TimeInterval>>({
      language: 'ko',
      receivers: { chat },
      route: { receiver: 'chat', ...route },
    }),
  );

describe('a routing', () => {
  test('is a value that nobody can change', () => {
    expect(Object.isFrozen(observer.route.matchers[0])).toBe(true);
  });

  test('sends what is resolved unless told otherwise', () => {
    expect(chat.sendResolved).toBe(true);
  });

  test('tells of alerts of one name and severity in one message', () => {
    const { route } = routing({ language: 'en', receivers: { chat }, route: { receiver: 'chat' } });
    expect(route.groupBy).toEqual(['alertname', 'severity']);
  });

  test('tells of alerts together as its route says', () => {
    const spec = { receiver: 'chat', groupBy: ['...'] } as const;
    expect(routing({ language: 'en', receivers: { chat }, route: spec }).route.groupBy).toEqual(['...']);
  });

  test('tells the time by the clock of those who read its language', () => {
    expect(observer.clock.name).toBe('KST');
    expect(routing({ language: 'en', receivers: { chat }, route: { receiver: 'chat' } }).clock.name).toBe(
      'UTC',
    );
  });

  test('gives a route the receiver of the route above', () => {
    const { route } = routing({
      language: 'ko',
      receivers: { chat },
      route: { receiver: 'chat', routes: [{ matchers: { severity: 'critical' } }] },
    });
    expect(route.routes[0]?.receiver).toBe('chat');
  });

  test('that is wrong is told all that is wrong, and where', () => {
    const wrong = () =>
      routing<Record<string, typeof chat>>({
        language: 'ko',
        receivers: { chat: slack({ url, channel: '#Observer Alerts' }), unused: chat },
        route: {
          receiver: 'chat',
          groupBy: ['...', 'pod'],
          routes: [{ receiver: 'chta', groupInterval: '0s' }],
        },
        inhibit: [{ source: {}, target: { severity: 'warning' }, equal: [] }],
      });
    expect(refusal(wrong)).toMatchInlineSnapshot(`
      "routing: 6 faults
        receivers.chat[0].channel: '#Observer Alerts' is no channel of Slack; write # or @ and its name in lower case without spaces, e.g. '#observer-alerts', or its id, e.g. 'C024BE91L'
        receivers.unused: no route names it, so it never gets an alert into its hands; name it in a route or leave it out
        route.groupBy: '...' stands for all labels; leave out pod, or '...'
        route.routes[0].receiver: there is no receiver 'chta'; write chat
        route.routes[0].groupInterval: 0s is no interval, Alertmanager refuses it; write e.g. '10s'
        inhibit[0].source: is every alert; say which alert is the cause
            {}"
    `);
  });
});

describe('a route is refused', () => {
  test.each<readonly [string, RouteSpec, string]>([
    [
      'to a receiver that there is not',
      { receiver: 'chta' },
      "route.receiver: there is no receiver 'chta'; write chat",
    ],
    [
      'to a child receiver that there is not',
      { routes: [{ receiver: 'chta' }] },
      "route.routes[0].receiver: there is no receiver 'chta'",
    ],
    [
      'that mixes ... with labels',
      { groupBy: ['...', 'pod'] },
      "route.groupBy: '...' stands for all labels; leave out pod, or '...'",
    ],
    ['that groups by nothing', { groupBy: [] }, "write ['...'] for a message per alert"],
    ['that names a label twice', { groupBy: ['pod', 'pod'] }, "'pod' stands twice"],
    ['that groups by what is no label', { groupBy: ['pod-name'] }, "'pod-name' is not a label name"],
    [
      'with a duration that Prometheus does not know',
      { groupWait: '1.5m' },
      "route.groupWait: duration '1.5m'",
    ],
    ['with an interval of nothing', { groupInterval: '0s' }, 'route.groupInterval: 0s is no interval'],
    [
      'that repeats more often than it looks',
      { repeatInterval: '1m' },
      '1m is shorter than the groupInterval of 5m',
    ],
    [
      'that repeats more often than the route above looks',
      { groupInterval: '10m', repeatInterval: '1h', routes: [{ repeatInterval: '9m' }] },
      'route.routes[0].repeatInterval: 9m is shorter than the groupInterval of 10m',
    ],
    [
      'that repeats later than Alertmanager remembers (mistake 58)',
      { repeatInterval: '121h' },
      'route.repeatInterval: 121h is longer than Alertmanager remembers what it has sent, 120h: it repeats when it has forgotten; repeat at least every 120h',
    ],
    [
      'with a regular expression that RE2 does not know',
      { matchers: { pod: /(?=a)b/ } },
      'is not a regular expression of Prometheus',
    ],
    ['with flags on a regular expression', { matchers: { pod: /a/g } }, 'route.matchers.pod: /a/g: of'],
    ['over what is no label', { matchers: { 'pod-name': 'a' } }, "'pod-name' is not a label name"],
    [
      'in a time interval that there is not',
      { muteTimeIntervals: ['nights'] },
      "there is no time interval 'nights'; declare it, there is none",
    ],
    [
      'that no alert can get to (mistake 50)',
      { routes: [{ receiver: 'chat' }, { matchers: { severity: 'critical' } }] },
      'route.routes[1]: no alert gets here: routes[0] has no matchers and takes all',
    ],
  ])('%s', (_, route, sentence) => {
    expect(ofRoute(route)).toContain(sentence);
  });

  test('not when it repeats as often as it looks', () => {
    expect(ofRoute({ groupInterval: '1m', repeatInterval: '60s' })).toBe('not refused');
  });

  test('not when it repeats as late as Alertmanager remembers', () => {
    expect(ofRoute({ repeatInterval: '5d', routes: [{ groupWait: '1m' }] })).toBe('not refused');
  });

  test('not when a route that takes all lets others have it too', () => {
    expect(
      ofRoute({ routes: [{ receiver: 'chat', continue: true }, { matchers: { severity: 'critical' } }] }),
    ).toBe('not refused');
  });
});

describe('a receiver is refused', () => {
  const ofReceiver = (receiver: Integration) =>
    refusal(() =>
      routing({ language: 'ko', receivers: { someone: receiver }, route: { receiver: 'someone' } }),
    );
  const mail = email({
    to: ['oncall@example.org'],
    from: 'alerts@example.org',
    smarthost: 'smtp.example.org:587',
  });

  test.each([
    [
      'with a channel in capitals',
      slack({ url, channel: '#Observer' }),
      "receivers.someone[0].channel: '#Observer' is no channel of Slack",
    ],
    ['with nobody to mail to', { ...mail, to: [] }, 'nobody would get the mail'],
    [
      'with an address that is none',
      { ...mail, to: ['oncall'] },
      "receivers.someone[0].to[0]: 'oncall' is no e-mail address",
    ],
    [
      'with a server without a port that there is',
      { ...mail, smarthost: 'smtp.example.org:99999' } as const,
      "'smtp.example.org:99999' is no host with a port",
    ],
    ['with a part of an alert', webhook({ url, maxAlerts: 0.5 }), '0.5 is no number of alerts'],
    [
      'with what only looks like the id of a channel',
      slack({ url, channel: 'CHANNEL' }),
      "receivers.someone[0].channel: 'CHANNEL' is no channel of Slack",
    ],
    [
      'with a name to greet by that is none',
      { ...mail, hello: 'my host' },
      "receivers.someone[0].hello: 'my host' is no name of a host; write e.g. 'monitoring.example.org'",
    ],
    [
      'with a chat that has no id',
      telegram({ botToken: url, chat: 0 }),
      'receivers.someone[0].chat: 0 is no id of a chat',
    ],
    [
      'with a part of a chat',
      telegram({ botToken: url, chat: -1.5 }),
      'receivers.someone[0].chat: -1.5 is no id of a chat',
    ],
    [
      'with a topic that is none',
      sns({ topicArn: 'arn:aws:sns:alerts' }),
      "receivers.someone[0].topicArn: 'arn:aws:sns:alerts' is no ARN of a topic",
    ],
    ...Object.values({
      ...{ slack: chat, webhook: webhook({ url }), discord: discord({ url }), msteams: msteams({ url }) },
      ...{ pagerduty: pagerduty({ routingKey: url }), opsgenie: opsgenie({ apiKey: url }) },
      telegram: telegram({ botToken: url, chat: 1 }),
      sns: sns({ topicArn: 'arn:aws:sns:us-east-1:123456789012:shop' }),
    }).map(
      (integration) =>
        [
          `with a proxy that is none, of ${integration.integration}`,
          { ...integration, http: { proxy: 'http://' } },
          "receivers.someone[0].http.proxy: 'http://' is no URL of a proxy; write e.g. 'http://proxy.example.org:3128'",
        ] as const,
    ),
  ])('%s', (_, receiver, sentence) => {
    expect(ofReceiver(receiver)).toContain(sentence);
  });

  test('that no route names', () => {
    expect(
      refusal(() =>
        routing({ language: 'ko', receivers: { chat, spare: chat }, route: { receiver: 'chat' } }),
      ),
    ).toContain('receivers.spare: no route names it');
  });

  test('with a name that the operator could not put its own before', () => {
    expect(
      refusal(() => routing({ language: 'ko', receivers: { 'a/b': chat }, route: { receiver: 'a/b' } })),
    ).toContain("'a/b' is no name for a receiver");
  });

  test('with a password for its proxy, which the message does not tell', () => {
    const told = ofReceiver(slack({ ...chat, http: { proxy: 'http://me:verysecret@proxy.example.org' } }));
    expect(told).toContain('receivers.someone[0].http.proxy: holds a name or a password');
    expect(told).not.toContain('verysecret');
  });

  test.each(['C024BE91L', 'G012AC86C', 'D024BE91L'] as const)('not for the channel of id %s', (channel) => {
    expect(ofReceiver(slack({ url, channel }))).toBe('not refused');
  });

  test('not for a channel in Korean', () => {
    expect(ofReceiver(slack({ url, channel: '#관측-경보' }))).toBe('not refused');
  });
});

describe('a secret is refused', () => {
  test('that is the secret itself, of which the message tells only the beginning', () => {
    const message = refusal(() => secret('https://hooks.example.org/services/T0/B0/verysecret', 'url'));
    expect(message).toContain('that is the secret itself');
    expect(message).not.toContain('verysecret');
  });

  test.each(['web hook', '..', 'a/b'])('whose key Kubernetes would not take: %j', (key) => {
    expect(refusal(() => secret('observer-slack', key))).toContain(`'${key}' is no key of a Secret`);
  });

  test.each(['Slack', 'a..b', 'slack-.x'])('whose name Kubernetes would not take: %j', (name) => {
    expect(refusal(() => secret(name, 'url'))).toContain(`'${name}' is no name of a Secret`);
  });
});

describe('a time interval is refused', () => {
  const ofInterval = (interval: object) =>
    refusal(() =>
      routing({
        language: 'ko',
        receivers: { chat },
        timeIntervals: { nights: interval },
        route: { receiver: 'chat', muteTimeIntervals: ['nights'] },
      }),
    );

  test.each([
    ['that limits nothing', {}, 'timeIntervals.nights[0]: limits nothing'],
    [
      'over midnight',
      { times: [{ start: '22:00', end: '06:00' }] },
      'split it at midnight: 22:00 to 24:00, and 00:00 to 06:00',
    ],
    [
      'at a time with one digit',
      { times: [{ start: '9:00', end: '18:00' }] },
      "'9:00' is no time of day; write HH:MM, e.g. '09:00'",
    ],
    ['at a time that is none', { times: [{ start: '9:00', end: '25:00' }] }, "'25:00' is no time of day"],
    ['over the end of a week', { weekdays: ['saturday:monday'] }, "'saturday:monday' ends before it begins"],
    ['on a day that is none', { weekdays: ['fryday'] }, "'fryday' is no day of the week"],
  ])('%s', (_, interval, sentence) => {
    expect(ofInterval(interval)).toContain(sentence);
  });

  test('that no route names', () => {
    expect(
      refusal(() =>
        routing({
          language: 'ko',
          receivers: { chat },
          timeIntervals: { nights: { weekdays: ['sunday'] } },
          route: { receiver: 'chat' },
        }),
      ),
    ).toContain('timeIntervals.nights: no route names it');
  });
});

describe('a route that keeps hours', () => {
  const keeping = (hours: RouteSpec<never, 'night' | 'day' | 'work' | 'weekend'>): string =>
    refusal(() =>
      routing({
        language: 'ko',
        receivers: { chat },
        timeIntervals: {
          night: { times: [{ start: '00:00', end: '07:00' }] },
          day: { times: [{ start: '07:00', end: '24:00' }] },
          work: { weekdays: ['monday:friday'] },
          weekend: { weekdays: ['saturday', 'sunday'] },
        },
        route: {
          receiver: 'chat',
          routes: [
            { ...hours, matchers: { component: 'first' } },
            { muteTimeIntervals: ['night'], matchers: { component: 'second' } },
            { activeTimeIntervals: ['day', 'work', 'weekend'] },
          ],
        },
      }),
    );

  test.each([
    ['it is muted on some days', { muteTimeIntervals: ['work'] }],
    ['a time is left in which it is active', { activeTimeIntervals: ['work'], muteTimeIntervals: ['night'] }],
    ['several intervals leave a part of the week', { muteTimeIntervals: ['night', 'work'] }],
  ] as const)('is sound where %s', (_, hours) => {
    expect(keeping(hours)).toBe('not refused');
  });

  test.each([
    ['it is muted by day and by night', { muteTimeIntervals: ['night', 'day'] }],
    ['it is muted on all days', { muteTimeIntervals: ['work', 'weekend'] }],
    ['it is muted whenever it is active', { activeTimeIntervals: ['work'], muteTimeIntervals: ['work'] }],
  ] as const)('is refused where %s (mistake 50)', (_, hours) => {
    expect(keeping(hours)).toContain('route.routes[0]: at no time of the week does it send anything, by ');
  });
});

describe('why nobody is paged', () => {
  const saying = (unpaged: string) =>
    refusal(() => routing({ language: 'ko', receivers: { chat }, route: { receiver: 'chat' }, unpaged }));

  test.each(['Slack is all they have.', '슬랙뿐이라 밤에는 아무도 깨우지 않는다'])(
    'is said in words: %s',
    (words) => {
      expect(saying(words)).toBe('not refused');
    },
  );

  test.each(['', '-', 'TODO', 'no'])("is not said by '%s' (mistake 57)", (words) => {
    expect(saying(words)).toContain(`unpaged: '${words}' does not say why nobody is paged`);
  });
});

describe('an inhibition', () => {
  const inhibiting = (...inhibit: Parameters<typeof routing>[0]['inhibit'] & object) =>
    refusal(() => routing({ language: 'ko', receivers: { chat }, route: { receiver: 'chat' }, inhibit }));

  test('of warnings by what is critical is sound', () => {
    expect(
      inhibiting({
        source: { severity: 'critical' },
        target: { severity: 'warning' },
        equal: ['alertname', 'namespace'],
      }),
    ).toBe('not refused');
  });

  test('of all but the cause is sound', () => {
    const cause = 'ObserverDatabaseDown';
    expect(
      inhibiting({
        source: { alertname: cause },
        target: { alertname: not(cause), component: 'observer' },
        equal: ['namespace'],
      }),
    ).toBe('not refused');
  });

  test('of all but causes that a pattern names is sound', () => {
    expect(
      inhibiting({
        source: { alertname: /.+Down/ },
        target: { alertname: not(/.+Down/) },
        equal: ['namespace'],
      }),
    ).toBe('not refused');
  });

  test('is refused where one alert can be cause and consequence (mistake 20)', () => {
    expect(
      inhibiting({
        source: { alertname: 'ObserverDatabaseDown' },
        target: { severity: ['critical', 'warning'] },
        equal: ['namespace'],
      }),
    ).toMatchInlineSnapshot(
      `"routing: inhibit[0]: one alert can be both cause and consequence (source {alertname="ObserverDatabaseDown"}, target {severity=~"critical|warning"}), so a cause could be silenced; make the sides differ in a label, e.g. severity 'critical' and 'warning', or leave the cause out of the target with not(…)"`,
    );
  });

  test('is refused where its pattern may match the cause (mistake 20)', () => {
    expect(
      inhibiting({ source: { alertname: /.*Down/ }, target: { alertname: /Observer.*/ }, equal: [] }),
    ).toContain('so a cause could be silenced');
  });

  test('is refused where another silences what silences it (mistake 20)', () => {
    const database = { alertname: 'ObserverDatabaseDown' };
    const errors = { alertname: 'ObserverHighErrorRate' };
    expect(
      inhibiting(
        { source: database, target: errors, equal: [] },
        { source: errors, target: database, equal: [] },
      ),
    ).toContain('inhibit[0]: silences what silences it, by inhibit[1]');
  });

  test('may go on from another that does not come back', () => {
    expect(
      inhibiting(
        { source: { alertname: 'A' }, target: { alertname: 'B' }, equal: [] },
        { source: { alertname: 'B' }, target: { alertname: 'C' }, equal: [] },
      ),
    ).toBe('not refused');
  });

  test('is refused where the labels that must be equal never are (mistake 56)', () => {
    expect(
      inhibiting({ source: { alertname: 'A' }, target: { alertname: 'B' }, equal: ['alertname'] }),
    ).toContain('silences nothing: source and target never have the same alertname');
  });

  test('is refused without a cause', () => {
    expect(inhibiting({ source: {}, target: { severity: 'warning' }, equal: [] })).toContain(
      'inhibit[0].source: is every alert',
    );
  });
});
