import type { Words } from './words.js';

/** Go templates for the alerts of one state: for one alert, the alert being the dot; and for the line on how many more there are. */
export interface AlertTemplates {
  readonly alert: string;
  /** So many are written out. */
  readonly most: number;
  /** Around the line. */
  readonly more?: (line: string) => string;
}

const list = (
  alerts: '.Alerts.Firing' | '.Alerts.Resolved',
  says: (count: string) => string,
  { alert, most, more = (line) => line }: AlertTemplates,
): string =>
  [
    `{{ range $i, $alert := ${alerts} }}{{ if lt $i ${most} }}${alert}{{ end }}{{ end }}`,
    `{{ if gt (len ${alerts}) ${most} }}${more(says(`{{ len (slice ${alerts} ${most}) }}`))}{{ end }}`,
  ].join('');

/** A Go template for the alerts that fire, one after another. */
export const firingTemplate = ({ moreFiring }: Words, templates: AlertTemplates): string =>
  list('.Alerts.Firing', moreFiring, templates);

/** A Go template for the alerts that are resolved, one after another. */
export const resolvedTemplate = ({ moreResolved }: Words, templates: AlertTemplates): string =>
  list('.Alerts.Resolved', moreResolved, templates);

/** A Go template that writes a value up to so many characters, and `…` for the rest. */
export const atMost = (
  characters: number,
  value: string,
  write: (value: string) => string = (text) => `{{ ${text} }}`,
): string =>
  `{{ $text := printf "%.${characters}s" (${value}) }}${write('$text')}{{ if ne $text (${value}) }}…{{ end }}`;
