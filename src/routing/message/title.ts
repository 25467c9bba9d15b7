import type { Reader } from './reader.js';
import { words } from './words.js';
import { findWorst } from './worst.js';

/** Writes a value in a Go template, up to so many characters. */
type Write = (value: string, characters: number) => string;

const asText: Write = (value, characters) => `{{ printf "%.${characters}s" ${value} }}`;

/**
 * A Go template for one line that tells a whole message on a locked phone: how many fire, how many are resolved, which alert, how
 * bad: `[발생 3 · 해결 1] ObserverHighErrorRate (critical)`; and where, of what runs in several clusters: `[1 firing] staging · …`. Of several alerts it names the worst. It has under 256 characters, which is
 * all that Discord takes, the most modest of the services.
 */
export const titleTemplate = (reader: Reader, write = asText): string => {
  const { tells = [] } = reader;
  const { firing, resolved, several } = words[reader.language];
  return [
    findWorst(reader),
    `[{{ with .Alerts.Firing }}${firing('{{ len . }}')}{{ end }}`,
    '{{ if and .Alerts.Firing .Alerts.Resolved }} · {{ end }}',
    `{{ with .Alerts.Resolved }}${resolved('{{ len . }}')}{{ end }}] `,
    ...tells.map((label) => `{{ with .CommonLabels.${label} }}${write('.', 30)} · {{ end }}`),
    `{{ with .CommonLabels.alertname }}${write('.', 80)}{{ else }}${several}`,
    `{{ with (.GroupLabels.Remove (stringSlice "severity")).Values | join " " }} ${write('.', 60)}{{ end }}`,
    `: ${write('$worst.Labels.alertname', 60)}{{ end }}`,
    `{{ with $worst.Labels.severity }} (${write('.', 20)}){{ end }}`,
  ].join('');
};

/** A Go template for the title and what the worst alert says, for a place that shows one line; `escape` are stages behind that. */
export const lineTemplate = (reader: Reader, escape: readonly string[] = []): string => {
  const summary = ['printf "%.150s" .', ...escape].join(' | ');
  return `${titleTemplate(reader)}{{ with $worst.Annotations.summary }}: {{ ${summary} }}{{ end }}`;
};
