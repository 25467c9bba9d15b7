import type { Words } from './words.js';

/** Go templates for the alerts of one state. */
export interface AlertTemplates {
  /** Of one alert, which is the dot. */
  readonly alert: string;
  /** So many are written out. */
  readonly most: number;
  /** Around the line that tells how many more there are. */
  readonly more: (line: string) => string;
}

// A line break behind `-}}` or before `{{-` is for who reads the template: Go leaves it out.
const list = (
  alerts: '.Alerts.Firing' | '.Alerts.Resolved',
  says: (count: string) => string,
  { alert, most, more }: AlertTemplates,
): string =>
  [
    `{{ range $i, $alert := ${alerts} }}{{ if lt $i ${most} -}}`,
    `${alert}{{ end }}{{ end -}}`,
    `{{ if gt (len ${alerts}) ${most} -}}`,
    `${more(says(`{{ len (slice ${alerts} ${most}) }}`))}{{ end -}}`,
    '',
  ].join('\n');

/** A Go template for the alerts that fire, then for those that are resolved, one after another. */
export const firingTemplate = ({ moreFiring }: Words, templates: AlertTemplates): string =>
  list('.Alerts.Firing', moreFiring, templates);
export const resolvedTemplate = ({ moreResolved }: Words, templates: AlertTemplates): string =>
  list('.Alerts.Resolved', moreResolved, templates);

/** Defines a Go template under a name, for use further on in the same text. */
export const define = (name: string, template: string): string =>
  `{{ define "${name}" }}${template}{{ end -}}\n`;

/** A Go template that writes the dot up to so many characters, and `…` for the rest; `write` writes `$text`. */
export const atMost = (characters: number, write = '{{ $text }}'): string =>
  `{{ $text := printf "%.${characters}s" . }}${write}{{ if ne $text . }}…{{ end }}`;
