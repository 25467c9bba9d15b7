import { describe, expect, test } from '@jest/globals';
import { estate } from '../../estate.js';
import { templateFaults } from '#proof/notification/faults.js';
import { email } from '#routing/receiver/email.js';
import { pagerduty } from '#routing/receiver/pagerduty.js';
import { type Slack, slack } from '#routing/receiver/slack.js';
import { messageTemplates } from '#routing/receiver/templates.js';
import { type Routing, routing } from '#routing/routing.js';
import { secret } from '#ground/secret.js';

const url = secret('shop-slack', 'url');
const telling = (message: Slack['message']): Routing =>
  routing({
    language: 'en',
    receivers: { chat: slack({ url, channel: '#shop', message }) },
    route: { receiver: 'chat' },
  });
const refusals = async (message: Slack['message']): Promise<readonly string[]> =>
  (await templateFaults(telling(message))).map(({ where, why }) => `${where}: ${why}`);

test.each(estate.map(({ name, routing }) => [name, routing] as const))(
  'every template that tells of alerts of %s can be rendered',
  async (_, routing) => {
    expect(await templateFaults(routing)).toEqual([]);
  },
);

describe('nothing is wrong with', () => {
  test.each([
    'no action at all',
    '{{ .Status | toUpper }} {{ .CommonLabels.anything }} {{ $.GroupLabels.severity }}',
    '{{ range .Alerts }}{{ .Labels.pod }} {{ .StartsAt.Format "15:04" }} {{ $.ExternalURL }}{{ end }}',
    '{{ define "one" }}{{ .Labels.pod }}{{ end }}{{ range .Alerts }}{{ template "one" . }}{{ end }}',
    '{{ template "slack.default.title" . }}',
  ])('%s', async (title) => {
    expect(await refusals({ title })).toEqual([]);
  });
});

describe('a template is refused for', () => {
  test.each([
    [
      'a field that does not exist',
      'Of the shop: {{ len .Alerts }} {{ .Alerts.Frist }}',
      `receivers.chat[0].message.title: when a critical alert fires: line 1, {{ .Alerts.Frist }}: can't evaluate field Frist in type template.Alerts, so nothing would be sent; what a template may name is told at https://prometheus.io/docs/alerting/latest/notifications/`,
    ],
    [
      'a field that does not exist, on a further line behind Korean',
      '알림\n발생 중 {{ range .Alerts }}{{ .Severity }}{{ end }}',
      "line 2, {{ .Severity }}: can't evaluate field Severity in type template.Alert,",
    ],
    [
      'a field of an alert where there is none',
      '{{ .Labels.severity }}',
      "line 1, {{ .Labels.severity }}: can't evaluate field Labels in type ",
    ],
    [
      'a name that only a rule’s template has',
      '{{ $labels.pod }}',
      'line 1, {{ $labels.pod }}: undefined variable "$labels",',
    ],
    [
      'a function that only a rule’s template has',
      '{{ humanizeDuration 5 }}',
      'line 1, {{ humanizeDuration 5 }}: function "humanizeDuration" not defined,',
    ],
    [
      'a template that does not exist',
      '{{ template "mine" . }}',
      'line 1, {{ template "mine" . }}: template "mine" not defined,',
    ],
    ['what is not closed', '{{ if .Alerts }}open', 'line 1, {{ if .Alerts }}open: unexpected EOF,'],
    ['what is no action', '{{ .Status % 2 }}', 'line 1, {{ .Status % 2 }}: unexpected "%" in operand,'],
    [
      'what cannot be listed',
      '{{ range .Status }}{{ . }}{{ end }}',
      "{{ range .Status }}: range can't iterate over firing,",
    ],
    [
      'a fault that only a resolved alert meets',
      '{{ range .Alerts.Resolved }}{{ .Pod }}{{ end }}',
      "when a warning is resolved: line 1, {{ .Pod }}: can't evaluate field Pod",
    ],
    [
      'a fault that only two alerts meet',
      '{{ if gt (len .Alerts) 1 }}{{ .Pods }}{{ end }}',
      "when many fire and many are resolved: line 1, {{ .Pods }}: can't evaluate field Pods",
    ],
    [
      'a fault that only alerts without annotations meet',
      '{{ if not .CommonAnnotations.summary }}{{ .Nothing }}{{ end }}',
      '{{ .Nothing }}: ',
    ],
  ])('%s', async (_, title, sentence) => {
    expect(await refusals({ title })).toEqual([expect.stringContaining(sentence)]);
  });
});

test('of an e-mail the HTML is refused too', async () => {
  const mail = email({
    to: ['a@example.org'],
    from: 'b@example.org',
    smarthost: 'smtp.example.org:587',
    message: { html: '<b>{{ .Alert }}</b>' },
  });
  const told = routing({ language: 'ko', receivers: { mail }, route: { receiver: 'mail' } });
  expect(await templateFaults(told)).toEqual([
    {
      where: 'receivers.mail[0].message.html',
      code: 'template-refused',
      what: '',
      why: expect.stringContaining('line 1, {{ .Alert }}: '),
      cure: '',
    },
  ]);
});

test('all templates at fault are told, each at its field', async () => {
  const told = routing({
    language: 'ko',
    receivers: {
      both: [
        slack({ url, channel: '#shop', message: { title: '{{ .A }}', footer: '{{ .B }}' } }),
        pagerduty({
          routingKey: secret('shop-pagerduty', 'key'),
          message: { details: { firing: '{{ .C }}', resolved: '' }, links: [{ href: '{{ .D }}', text: '' }] },
        }),
      ],
    },
    route: { receiver: 'both' },
  });
  expect((await templateFaults(told)).map(({ where }) => where)).toEqual([
    'receivers.both[0].message.title',
    'receivers.both[0].message.footer',
    'receivers.both[1].message.details.firing',
    'receivers.both[1].message.links[0].href',
  ]);
});

describe('in the project’s text for Slack, no name can be misspelt', () => {
  const chat = slack({ url, channel: '#shop' });
  const text = messageTemplates(chat, telling({})).find(({ name }) => name === 'text')?.template ?? '';
  const names = [...text.matchAll(/\.[A-Z]\w+/g)].map((match) => [match[0], match.index] as const);

  test.each(names)('%s at %i', async (name, index) => {
    const misspelt = `${text.slice(0, index)}${name}x${text.slice(index + name.length)}`;
    expect(await refusals({ text: misspelt })).toEqual([
      expect.stringContaining('receivers.chat[0].message.text: when '),
    ]);
  });
});
