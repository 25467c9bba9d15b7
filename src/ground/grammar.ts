import type { Code } from './codes/codes.js';
import type { Fault } from './fault.js';

/** What Kubernetes takes in one kind of place: a name, a key, a value. */
export interface Grammar {
  readonly code: Code;
  readonly takes: (text: string) => boolean;
  /** What a text is that is not taken: `is not a namespace`. */
  readonly isNot: string;
  /** What to write instead. */
  readonly write: string;
}

const word = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const dnsLabel = new RegExp(`^(?=.{1,63}$)${word}$`);
const subdomain = new RegExp(`^(?=.{1,253}$)${word}(\\.${word})*$`);
const labelText = /^(?=.{1,63}$)[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;

/** Of most objects: a DNS subdomain, https://kubernetes.io/docs/concepts/overview/working-with-objects/names/. */
export const objectName: Grammar = {
  code: 'bad-kubernetes-name',
  takes: (text) => subdomain.test(text),
  isNot: 'is not a name that Kubernetes takes',
  write: 'write lower-case letters, digits, - and .',
};

/** Of a namespace: a DNS label (RFC 1123). */
export const namespaceName: Grammar = {
  code: 'bad-kubernetes-name',
  takes: (text) => dnsLabel.test(text),
  isNot: 'is not a namespace',
  write: 'write at most 63 lower-case letters, digits and -',
};

/** Of a Service: a DNS label as RFC 1035 has it, which begins with a letter. */
export const serviceName: Grammar = {
  code: 'bad-kubernetes-name',
  takes: (text) => dnsLabel.test(text) && /^[a-z]/.test(text),
  isNot: 'is not a name that a Service may have',
  write: 'write at most 63 lower-case letters, digits and -, a letter first',
};

/** Of a Service's port: a DNS label. Ingress, targetPort and kubectl take one without a letter for a number. */
export const portName: Grammar = {
  code: 'bad-kubernetes-name',
  takes: (text) => dnsLabel.test(text) && /[a-z]/.test(text),
  isNot: 'is not a name that a port may have',
  write: 'write at most 63 lower-case letters, digits and -, a letter among them',
};

/** Of a label or an annotation, https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/. */
export const labelKey: Grammar = {
  code: 'bad-kubernetes-label',
  takes: (text) => {
    const [name = '', prefix, ...more] = text.split('/').reverse();
    return more.length === 0 && labelText.test(name) && (prefix === undefined || subdomain.test(prefix));
  },
  isNot: 'is not a key that the API server takes',
  write:
    'write at most 63 letters, digits, -, _ or ., with a letter or digit at both ends, behind a DNS name and / if it has a prefix',
};

/** What a label may say. */
export const labelValue: Grammar = {
  code: 'bad-kubernetes-label',
  takes: (text) => text === '' || labelText.test(text),
  isNot: 'is not a value that a label may have',
  write:
    'write at most 63 letters, digits, -, _ or ., with a letter or digit at both ends; longer texts are annotations',
};

/** Of a key in a Secret or a ConfigMap, which becomes the name of a file. */
export const dataKey: Grammar = {
  code: 'bad-kubernetes-name',
  takes: (text) => /^(?!\.$|\.\.)[-._a-zA-Z0-9]{1,253}$/.test(text),
  isNot: 'is not a key that a Secret or a ConfigMap may have',
  write: 'write letters, digits, -, _ and .',
};

/** What Kubernetes would refuse of these texts, all of which stand at one place. */
export const grammarFaults = (
  where: string,
  { code, takes, isNot, write }: Grammar,
  texts: readonly string[],
): readonly Fault[] =>
  [...new Set(texts)]
    .filter((text) => !takes(text))
    .map((text) => ({ where, what: text, code, why: `'${text}' ${isNot}`, cure: write }));

/** The same of labels: of each key, and of each value, which stands below its key. */
export const labelFaults = (where: string, labels: Readonly<Record<string, string>>): readonly Fault[] => [
  ...grammarFaults(where, labelKey, Object.keys(labels)),
  ...Object.entries(labels).flatMap(([key, value]) => grammarFaults(`${where}.${key}`, labelValue, [value])),
];
