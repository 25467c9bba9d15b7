import { critical } from './grave.js';
import type { Reader } from './reader.js';
import { type Words, words } from './words.js';

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
const moreThan = (
  state: 'Firing' | 'Resolved',
  says: (count: string) => string,
  { most, more }: AlertTemplates,
): string =>
  [
    `{{ if gt (len .Alerts.${state}) ${most} -}}`,
    `${more(says(`{{ len (slice .Alerts.${state} ${most}) }}`))}{{ end -}}`,
    '',
  ].join('\n');

/**
 * A Go template for the alerts that fire, one after another: what is critical in a first round, with a `$critical` that is not empty,
 * then the others. Alertmanager has them by their labels, HighLatency before ServiceDown. Go templates cannot add: `$n`
 * grows by a character for each alert.
 */
export const firingTemplate = (reader: Reader, templates: AlertTemplates): string =>
  [
    '{{ $n := "" }}{{ range $critical := stringSlice "critical" "" }}{{ range $.Alerts.Firing }}',
    `{{ if eq (eq .Labels.severity ${critical(reader)}) (ne $critical "") }}`,
    `{{ $n = printf "%s." $n }}{{ if le (len $n) ${templates.most} -}}\n`,
    `${templates.alert}{{ end }}{{ end }}{{ end }}{{ end -}}\n`,
    moreThan('Firing', words[reader.language].moreFiring, templates),
  ].join('');

/** A Go template for the alerts that are resolved, one after another. */
export const resolvedTemplate = ({ moreResolved }: Words, templates: AlertTemplates): string =>
  [
    `{{ range $i, $alert := .Alerts.Resolved }}{{ if lt $i ${templates.most} -}}\n`,
    `${templates.alert}{{ end }}{{ end -}}\n`,
    moreThan('Resolved', moreResolved, templates),
  ].join('');
