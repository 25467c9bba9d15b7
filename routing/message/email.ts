import { firingTemplate, resolvedTemplate } from './alert-list.js';
import { lengthTemplate, momentTemplate } from './clock.js';
import { plainTemplates } from './plain.js';
import type { Reader } from './reader.js';
import { titleTemplate } from './title.js';
import { words } from './words.js';

/** The fields of an `email_config` that are Go templates; `html` is escaped by Alertmanager itself. */
export interface EmailMessage {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** Mail programs drop a long mail's end, and nobody reads it: so many alerts of a kind are written out. */
const most = 50;

const block = (color: string, ...lines: readonly string[]): string =>
  [
    `<div style="border-left:4px solid ${color};padding:2px 12px;margin:14px 0">`,
    ...lines,
    '</div>',
    '',
  ].join('\n');

const summary = '<b>{{ or .Annotations.summary .Labels.alertname }}</b><br>';
const labels =
  '{{ range (.Labels.Remove $.CommonLabels.Names).SortedPairs }} · {{ .Name }}={{ .Value }}{{ end }}';
const small = (line: string): string => `<span style="color:#666">${line}${labels}</span>`;
const link = (annotation: string, text: string): string =>
  `{{ with .Annotations.${annotation} }} · <a href="{{ . }}">${text}</a>{{ end }}`;

const more = (line: string): string => `<p>${line}</p>\n`;

const htmlTemplate = ({ language, clock }: Reader): string => {
  const said = words[language];
  const firing = block(
    '{{ if eq .Labels.severity "critical" }}#c62828{{ else }}#f9a825{{ end }}',
    summary,
    '{{- with .Annotations.description }}\n{{ . }}<br>{{ end }}',
    small(said.firingSince(momentTemplate(clock, '.StartsAt'))) +
      link('runbook_url', said.runbook) +
      link('dashboard_url', said.dashboard),
  );
  const resolved = block(
    '#2e7d32',
    summary,
    small(said.resolvedAt(momentTemplate(clock, '.EndsAt'), lengthTemplate)),
  );
  return [
    '<div style="font-family:sans-serif;font-size:15px;line-height:1.5;max-width:640px">',
    `<h2 style="font-size:18px">${titleTemplate(said)}</h2>`,
    firingTemplate(said, { alert: firing, most, more }) +
      resolvedTemplate(said, { alert: resolved, most, more }) +
      '</div>',
    '',
  ].join('\n');
};

/** What the project says by e-mail. */
export const emailMessage = (reader: Reader): EmailMessage => {
  const { firing, resolved } = plainTemplates(reader, most);
  const subject = titleTemplate(words[reader.language]);
  return { subject, html: htmlTemplate(reader), text: `${subject}\n\n${firing}${resolved}` };
};
