import { describe, expect, test } from '@jest/globals';
import { kst } from '../../routing/message/clock.js';
import { slackMessage } from '../../routing/message/slack.js';
import { templateFaults } from '../../routing/template/faults.js';
import { render } from './amtool.js';
import { notification, pod, resolved } from './notification.js';

const data = notification(pod('observer-1'), resolved(pod('observer-2')));

// Such, and so many, that every branch of a template is run.
const bare = { labels: { pod: 'bare' }, annotations: {} };
const many = notification(
  bare,
  ...Array.from({ length: 9 }, (_, i) => pod(`a-${i}`)),
  resolved(bare),
  ...Array.from({ length: 9 }, (_, i) => resolved(pod(`b-${i}`))),
);

const sound = [
  'no action at all',
  '{{ .Status | toUpper }} {{ .CommonLabels.anything }} {{ $.GroupLabels.severity }}',
  '{{ range .Alerts }}{{ .Labels.pod }} {{ .StartsAt.Format "15:04" }} {{ $.ExternalURL }}{{ end }}',
  '{{ range $i, $alert := .Alerts.Firing }}{{ $i }} {{ $alert.Annotations.summary }}{{ else }}none{{ end }}',
  '{{ range .CommonLabels.SortedPairs }}{{ .Name }}={{ .Value }}{{ end }}',
  '{{ range .CommonLabels.Remove (stringSlice "alertname") }}{{ . }}{{ end }}',
  '{{ with index .Alerts 0 }}{{ .Fingerprint }}{{ end }}{{ (index .Alerts 1).EndsAt.UTC }}',
  '{{ $first := index .Alerts 0 }}{{ ($first.EndsAt.Sub $first.StartsAt).Minutes }}',
  '{{ if eq .Status "firing" }}a{{ else if eq .Status "resolved" }}b{{ else }}c{{ end }}',
  '{{ define "one" }}{{ .Labels.pod }}{{ end }}{{ range .Alerts }}{{ template "one" . }}{{ end }}',
  '{{ block "all" . }}{{ len .Alerts.Resolved }}{{ end }}',
  '{{/* a comment }} */}}{{- `raw }} text` -}}{{ "quoted }} text" }}',
];

const unsound = [
  '{{ .Alert }}',
  '{{ .CommonLabel.severity }}',
  '{{ .Alerts.firing }}',
  '{{ .Labels.severity }}',
  '{{ range .Alerts }}{{ .Severity }}{{ end }}',
  '{{ range .Alerts }}{{ .CommonLabels.severity }}{{ end }}',
  '{{ range .Alerts.Firing }}{{ .Annotation.summary }}{{ end }}',
  '{{ range $i, $alert := .Alerts }}{{ $alert.Summary }}{{ end }}',
  '{{ with .CommonLabels }}{{ .SortedPairs.First }}{{ end }}',
  '{{ range .CommonLabels.SortedPairs }}{{ .Key }}{{ end }}',
  '{{ (index .Alerts 0).Label }}',
  '{{ (index .Alerts 0).StartsAt.Formatted "15:04" }}',
  '{{ .Status.Upper }}',
  '{{ range .Status }}{{ . }}{{ end }}',
  '{{ define "one" }}{{ .Pod }}{{ end }}{{ range .Alerts }}{{ template "one" . }}{{ end }}',
  '{{ $alert.Labels }}',
  '{{ humanizeDuration 5 }}',
  '{{ .Status | upper }}',
  '{{ template "mine" . }}',
  '{{ if .Alerts }}open',
  '{{ range .Alerts }}{{ else }}{{ else }}{{ end }}',
  '{{ end }}',
  '{{ .Status ',
  '{{ (.Status }}',
  '{{ .Status) }}',
  '{{ .Status % 2 }}',
  '{{ define name }}{{ end }}',
];

describe('of a template, as the real amtool finds', () => {
  test.each(sound)('nothing is wrong with %s', async (template) => {
    expect(templateFaults(template)).toEqual([]);
    await expect(render(template, data)).resolves.toEqual(expect.any(String));
  });

  test.each(unsound)('%s is refused (pitfall 20)', async (template) => {
    expect(templateFaults(template)).not.toEqual([]);
    await expect(render(template, data)).rejects.toThrow('amtool');
  });
});

test('templates that Alertmanager defines itself may be used', () => {
  expect(templateFaults('{{ template "slack.default.title" . }}')).toEqual([]);
});

describe('in the text for Slack, no name can be misspelt', () => {
  const { text } = slackMessage({ language: 'ko', clock: kst });
  const names = [...text.matchAll(/\.[A-Z]\w+/g)].map((match) => [match[0], match.index] as const);

  test.each(names)('%s at %i', async (name, index) => {
    const misspelt = `${text.slice(0, index)}${name}x${text.slice(index + name.length)}`;
    expect(templateFaults(misspelt)).toHaveLength(1);
    await expect(render(misspelt, many)).rejects.toThrow('amtool');
  });
});

describe('a fault of a template', () => {
  test.each([
    [
      '{{ .CommonLabel.severity }}',
      '{{ .CommonLabel.severity }}: the data of a notification has no CommonLabel, so nothing would be sent; it has Receiver, Status, Alerts, GroupLabels, CommonLabels, CommonAnnotations, ExternalURL',
    ],
    ['{{ range .Alerts }}', '{{ range .Alerts }} is not closed; write {{ end }} behind it'],
    ['{{ $x }}', '{{ $x }}: $x is not set here; set it with $x := …'],
  ])('says what is there instead: %s', (template, sentence) => {
    expect(templateFaults(template)).toEqual([sentence]);
  });

  test('stands beside all the others, in every branch', () => {
    expect(
      templateFaults('{{ .A }}{{ if .B }}{{ .C }}{{ else }}{{ range .Alerts }}{{ .D }}{{ end }}{{ end }}'),
    ).toHaveLength(4);
  });
});
