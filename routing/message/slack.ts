import { atMost, firingTemplate, resolvedTemplate } from './alert-list.js';
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
const escapeTemplate = [
  '{{ define "escaped" }}',
  '{{ . | reReplaceAll "&" "&amp;" | reReplaceAll "<" "&lt;" | reReplaceAll ">" "&gt;" }}',
  '{{ end }}',
].join('');
const escaped = (value: string): string => `{{ template "escaped" ${value} }}`;

const summary = atMost(150, 'or .Annotations.summary .Labels.alertname', escaped);
const description = `{{ if .Annotations.description }}${atMost(300, '.Annotations.description', escaped)}\n{{ end }}`;
const distinctive = `{{ range (.Labels.Remove $.CommonLabels.Names).SortedPairs }} · {{ .Name }}=${escaped('.Value')}{{ end }}`;
const link = (annotation: string, text: string): string =>
  `{{ with .Annotations.${annotation} }} · <${escaped('.')}|${text}>{{ end }}`;

const more = (line: string): string => `${line}\n\n`;

/** Slack cuts long attachments: 8 alerts that fire and 4 that are resolved stay under 8,000 characters. */
const textTemplate = ({ language, clock }: Reader): string => {
  const said = words[language];
  const firing = [
    `{{ if eq .Labels.severity "critical" }}🔴{{ else }}🟡{{ end }} *${summary}*\n`,
    description,
    said.firingSince(momentTemplate(clock, '.StartsAt')),
    `${distinctive}${link('runbook_url', said.runbook)}${link('dashboard_url', said.dashboard)}\n\n`,
  ].join('');
  const resolved = `✅ *${summary}*\n${said.resolvedAt(momentTemplate(clock, '.EndsAt'), lengthTemplate)}${distinctive}\n\n`;
  return [
    escapeTemplate,
    firingTemplate(said, { alert: firing, most: 8, more }),
    resolvedTemplate(said, { alert: resolved, most: 4, more }),
  ].join('');
};

/** What the project says in Slack. */
export const slackMessage = (reader: Reader): SlackMessage => ({
  color:
    '{{ if .Alerts.Firing }}{{ if eq .CommonLabels.severity "warning" }}warning{{ else }}danger{{ end }}{{ else }}good{{ end }}',
  title: titleTemplate(words[reader.language]),
  titleLink: '{{ with .CommonAnnotations.runbook_url }}{{ . }}{{ else }}{{ .ExternalURL }}{{ end }}',
  text: textTemplate(reader),
  fallback: lineTemplate(words[reader.language]),
  footer: '{{ with .CommonLabels.application }}{{ . }} · {{ end }}{{ .CommonLabels.namespace }}',
});
