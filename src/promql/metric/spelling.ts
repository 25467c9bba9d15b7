import { isLabelValue } from './label.js';

/** A metric's name that stands without quotes, as every release of Prometheus reads it. */
export const isLegacyMetricName = (name: string): boolean => /^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(name);

/** A label's name that stands without quotes. */
export const isLegacyLabelName = (label: string): boolean => /^[a-zA-Z_][a-zA-Z0-9_]*$/.test(label);

/** Words of letters, digits and _ between dots, as OpenTelemetry's conventions have them, https://opentelemetry.io/docs/specs/semconv/general/naming/. */
export const isDotted = (name: string): boolean => /^[a-zA-Z][a-zA-Z0-9_]*(\.[a-zA-Z0-9_]+)+$/.test(name);

/** A label's name as Prometheus 3 and Alertmanager 0.27 read it, and as somebody means it. */
export const isLabelName = (label: string): boolean => isLegacyLabelName(label) || isDotted(label);

/** Why a name is none, as the rest of a sentence that begins with it, and what to write instead. */
export interface Misspelt {
  readonly why: string;
  readonly cure: string;
}

const ofAnything = (name: string): Misspelt | undefined => {
  if (name === '') return { why: 'is empty', cure: 'give it a name' };
  return isLabelValue(name)
    ? undefined
    : { why: 'holds half a character', cure: 'write a text of whole ones' };
};

/**
 * Since 3.0 Prometheus takes any text for a name, `my-metric` and `my metric` too. Of these OpenTelemetry's are taken: any other is
 * more often a slip of the pen than meant. `unconventional` takes them all, and says why.
 */
const misspelt =
  (kind: 'metric' | 'label', isLegacy: (name: string) => boolean) =>
  (name: string, isMeant = false): Misspelt | undefined =>
    isMeant
      ? ofAnything(name)
      : isLegacy(name) || isDotted(name)
        ? undefined
        : {
            why: `is not a ${kind} name`,
            cure: 'use letters, digits and _, and dots as OpenTelemetry does: my.metric; what a program really calls so is declared by unconventional, with the reason',
          };

/** Why a metric's name is none; a name that is meant may be any text. */
export const misspeltMetric = misspelt('metric', isLegacyMetricName);
/** Why a label's name is none. */
export const misspeltLabel = misspelt('label', isLegacyLabelName);
