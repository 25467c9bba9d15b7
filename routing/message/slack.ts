import { atMost, define, firingTemplate, resolvedTemplate } from './alert-list.js';
import { lengthTemplate, momentTemplate } from './clock.js';
import type { Reader } from './reader.js';
import { lineTemplate, titleTemplate } from './title.js';
import { words } from './words.js';

/** The fields of a `slack_config` that are Go templates. */
export interface SlackMessage {
  readonly color: string;
  readonly title: string;
  readonly titleLink: string;
  readonly text: string;
  /** What a notification on a phone shows. */
  readonly fallback: string;
  readonly footer: string;
}

/** Slack reads `<`, `>` and `&` as markup, https://docs.slack.dev/messaging/formatting-message-text/#escaping. */
const escaping = define(
  'escaped',
  '{{ . | reReplaceAll "&" "&amp;" | reReplaceAll "<" "&lt;" | reReplaceAll ">" "&gt;" }}',
);
const escaped = (value: string): string => `{{ template "escaped" ${value} }}`;

const summary = '{{ template "summary" (or .Annotations.summary .Labels.alertname) }}';
const description = '{{ with .Annotations.description }}{{ template "description" . }}\n{{ end -}}\n';
const labels = `\n{{- range (.Labels.Remove $.CommonLabels.Names).SortedPairs }} · {{ .Name }}=${escaped('.Value')}{{ end }}`;
const link = (annotation: string, text: string): string =>
  `\n{{- with .Annotations.${annotation} }} · <${escaped('.')}|${text}>{{ end }}`;
const more = (line: string): string => `${line}\n\n`;

/** Slack cuts long attachments: 8 alerts that fire and 4 that are resolved stay under 8,000 characters. */
const textTemplate = ({ language, clock }: Reader): string => {
  const said = words[language];
  const firing = [
    `{{ if eq .Labels.severity "critical" }}🔴{{ else }}🟡{{ end }} *${summary}*\n`,
    description,
    said.firingSince(momentTemplate(clock, '.StartsAt')),
    `${labels}${link('runbook_url', said.runbook)}${link('dashboard_url', said.dashboard)}\n\n`,
  ].join('');
  const resolved = `✅ *${summary}*\n${said.resolvedAt(momentTemplate(clock, '.EndsAt'), lengthTemplate)}${labels}\n\n`;
  return [
    escaping,
    define('summary', atMost(150, escaped('$text'))),
    define('description', atMost(300, escaped('$text'))),
    firingTemplate(said, { alert: firing, most: 8, more }),
    resolvedTemplate(said, { alert: resolved, most: 4, more }),
  ].join('');
};

/** What the project says in Slack. */
export const slackMessage = (reader: Reader): SlackMessage => ({
  color: [
    '{{ if .Alerts.Firing }}',
    '{{ if eq .CommonLabels.severity "warning" }}warning{{ else }}danger{{ end }}',
    '{{ else }}good{{ end }}',
  ].join(''),
  title: titleTemplate(words[reader.language]),
  titleLink: '{{ with .CommonAnnotations.runbook_url }}{{ . }}{{ else }}{{ .ExternalURL }}{{ end }}',
  text: textTemplate(reader),
  fallback: escaping + lineTemplate(words[reader.language], escaped('.')),
  footer: '{{ with .CommonLabels.application }}{{ . }} · {{ end }}{{ .CommonLabels.namespace }}',
});
