import { atMost, define, firingTemplate, resolvedTemplate } from './alert-list.js';
import { lengthTemplate, momentTemplate } from './clock.js';
import type { Reader } from './reader.js';
import { words } from './words.js';

const summary = '{{ or .Annotations.summary .Labels.alertname }}';
const description = '{{ with .Annotations.description }}{{ template "description" . }}\n{{ end -}}\n';
const labels =
  '\n{{- range (.Labels.Remove $.CommonLabels.Names).SortedPairs }} · {{ .Name }}={{ .Value }}{{ end }}';
const link = (annotation: string, text: string): string =>
  `\n{{- with .Annotations.${annotation} }}\n${text}: {{ . }}{{ end }}`;
const more = (line: string): string => `${line}\n\n`;

/** Go templates for alerts as plain text, up to `most` of them. */
export const plainTemplates = (
  { language, clock }: Reader,
  most: number,
): { readonly firing: string; readonly resolved: string } => {
  const said = words[language];
  const firing = [
    `■ ${summary}\n`,
    description,
    `${said.firingSince(momentTemplate(clock, '.StartsAt'))}${labels}`,
    `${link('runbook_url', said.runbook)}${link('dashboard_url', said.dashboard)}\n\n`,
  ].join('');
  const resolved = `□ ${summary}\n${said.resolvedAt(momentTemplate(clock, '.EndsAt'), lengthTemplate)}${labels}\n\n`;
  return {
    firing: define('description', atMost(500)) + firingTemplate(said, { alert: firing, most, more }),
    resolved: resolvedTemplate(said, { alert: resolved, most, more }),
  };
};
