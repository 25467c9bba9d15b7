import { critical } from './grave.js';
import type { Reader } from './reader.js';

/**
 * A Go template that writes nothing: it finds `$worst`, the first alert that fires and is critical, else the first that fires, else
 * the first that is resolved. Alertmanager has its alerts by their labels, so the first of all may be any.
 */
export const findWorst = (reader: Pick<Reader, 'severities'>): string =>
  [
    '{{ $worst := index (or .Alerts.Firing .Alerts) 0 }}',
    `{{ range .Alerts.Firing }}{{ if eq .Labels.severity ${critical(reader)} }}{{ $worst = . }}{{ break }}{{ end }}{{ end -}}\n`,
  ].join('');
