import type { Words } from './words.js';

/**
 * A Go template for one line that tells a whole message on a locked phone: how many fire, how many are resolved, which alert, how
 * bad: `[발생 3 · 해결 1] ObserverHighErrorRate (critical)`.
 */
export const titleTemplate = ({ firing, resolved, several }: Words): string =>
  [
    `[{{ with .Alerts.Firing }}${firing('{{ len . }}')}{{ end }}`,
    '{{ if and .Alerts.Firing .Alerts.Resolved }} · {{ end }}',
    `{{ with .Alerts.Resolved }}${resolved('{{ len . }}')}{{ end }}] `,
    `{{ with .CommonLabels.alertname }}{{ . }}{{ else }}${several}`,
    '{{ range (.GroupLabels.Remove (stringSlice "severity")).Values }} {{ . }}{{ end }}{{ end }}',
    '{{ with .CommonLabels.severity }} ({{ . }}){{ end }}',
  ].join('');

/** A Go template for the title and what the first alert says, for a place that shows one line; `write` writes the dot. */
export const lineTemplate = (words: Words, write = '{{ . }}'): string =>
  `${titleTemplate(words)}{{ with (index .Alerts 0).Annotations.summary }}: ${write}{{ end }}`;
