import { type Room, allText } from './alerts.js';
import { firingTemplate, resolvedTemplate } from './alert-list.js';
import { lengthTemplate, momentTemplate } from './clock.js';
import { cut } from './cut.js';
import { definedLabels, labels } from './labels.js';
import { plain } from './medium.js';
import type { Reader } from './reader.js';
import { titleTemplate } from './title.js';
import { words } from './words.js';

/** The fields of an `email_config` that are Go templates; `html` is escaped by Alertmanager itself. */
export interface EmailMessage {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** No server bounds a mail so that it matters here, but mail programs drop a long one's end, and nobody reads it. */
const room: Room = { firing: 50, resolved: 50, summary: 150, description: 500, labels: 300, link: 500 };

const block = (color: string, ...lines: readonly string[]): string =>
  [
    `<div style="border-left:4px solid ${color};padding:2px 12px;margin:14px 0">`,
    ...lines,
    '</div>',
    '',
  ].join('\n');

const summary = `<b>{{ or .Annotations.summary .Labels.alertname | ${cut(room.summary)} }}</b><br>`;
const description = `{{- with .Annotations.description }}\n{{ . | ${cut(room.description)} }}<br>{{ end }}`;
const small = (line: string): string => `<span style="color:#666">${line}${labels}</span>`;
const link = (annotation: string, text: string): string =>
  `{{ with and (le (len .Annotations.${annotation}) ${room.link}) .Annotations.${annotation} }} · <a href="{{ . }}">${text}</a>{{ end }}`;

const more = (line: string): string => `<p>${line}</p>\n`;

// The subject stands above a mail wherever it is read: the text does not say it again.
const htmlTemplate = (reader: Reader): string => {
  const { language, clock } = reader;
  const said = words[language];
  const firing = block(
    '{{ if $critical }}#c62828{{ else }}#f9a825{{ end }}',
    summary,
    description,
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
    definedLabels((all) => `{{ ${all} | ${cut(room.labels)} }}`),
    '<div style="font-family:sans-serif;font-size:15px;line-height:1.5;max-width:640px">\n',
    firingTemplate(reader, { alert: firing, most: room.firing, more }),
    resolvedTemplate(said, { alert: resolved, most: room.resolved, more }),
    '</div>\n',
  ].join('');
};

/** What the project says by e-mail. */
export const emailMessage = (reader: Reader): EmailMessage => ({
  subject: titleTemplate(reader),
  html: htmlTemplate(reader),
  text: allText(reader, plain, room),
});
