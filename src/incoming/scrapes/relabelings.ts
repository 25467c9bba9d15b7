import { type Yaml, fieldOf, itemsOf, textOf } from '#ground/yaml-tree.js';
import { namedValues } from '#promql/metric/choice.js';
import { patternText } from '#incoming/code/text.js';
import type { Form } from '#routing/read/field.js';

/** One step of relabelling, https://prometheus.io/docs/prometheus/latest/configuration/configuration/#relabel_config. */
export interface Step {
  readonly line: number;
  readonly action: string;
  readonly sources: readonly string[];
  readonly target: string;
  /** Whether nothing is said of it: then it is the whole text. */
  readonly regex: string | undefined;
  readonly replacement: string | undefined;
}

/** Steps as a file of Prometheus or an object of the operator has them. */
export const stepsOf = (items: readonly Yaml[], form: Form): readonly Step[] => {
  const isOperators = form === 'AlertmanagerConfig';
  return items.map((each) => ({
    line: each.line,
    action: (textOf(each, 'action') ?? 'replace').toLowerCase(),
    sources: itemsOf(fieldOf(each, isOperators ? 'sourceLabels' : 'source_labels')).flatMap((source) =>
      source.type === 'text' ? [source.text] : [],
    ),
    target: textOf(each, isOperators ? 'targetLabel' : 'target_label') ?? '',
    regex: textOf(each, 'regex'),
    replacement: textOf(each, 'replacement'),
  }));
};

/** A step as a person reads it. */
export const stepText = ({ action, sources, target, regex, replacement }: Step): string =>
  [
    action,
    ...(sources.length > 0 ? [`of ${sources.join(', ')}`] : []),
    ...(regex === undefined ? [] : [`by ${regex}`]),
    ...(target === '' ? [] : [`to ${target}`]),
    ...(replacement === undefined ? [] : [`as ${replacement}`]),
  ].join(' ');

/** Whether a step hands one label on as it is. */
export const handsOn = ({ action, sources, regex, replacement }: Step): boolean =>
  action === 'replace' &&
  sources.length === 1 &&
  (regex === undefined || /^\^?\(?\.[*+]\)?\$?$/.test(regex)) &&
  (replacement === undefined || /^\$(1|\{1\})$/.test(replacement));

/** Whether a step writes a text. */
export const writes = ({ action, sources, regex, replacement }: Step): boolean =>
  action === 'replace' &&
  sources.length === 0 &&
  (regex === undefined || regex === '(.*)') &&
  replacement !== undefined &&
  !replacement.includes('$');

/** What is said of a target's own labels. */
export interface Relabelled {
  readonly job?: string;
  readonly ofMachine: boolean;
  /** Labels of the Service or the pods that are copied, as Prometheus calls them. */
  readonly copied: readonly string[];
  readonly left: readonly Step[];
}

/** Steps over the labels that the cluster tells of a target. */
export const relabelled = (steps: readonly Step[], of: 'service' | 'pod'): Relabelled => {
  const prefix = `__meta_kubernetes_${of}_label_`;
  const [job] = steps.filter((each) => writes(each) && each.target === 'job');
  const [machine] = steps.filter(
    (each) =>
      handsOn(each) && each.target === 'instance' && each.sources[0] === '__meta_kubernetes_pod_node_name',
  );
  const copies = steps.filter((each) => handsOn(each) && each.sources[0] === `${prefix}${each.target}`);
  return {
    ...(job?.replacement !== undefined && { job: job.replacement }),
    ofMachine: machine !== undefined,
    copied: copies.map(({ target }) => target),
    left: steps.filter((each) => each !== job && each !== machine && !copies.includes(each)),
  };
};

/** What is not stored, of the steps over what a target answers. */
export interface Dropped {
  readonly metrics: readonly (string | RegExp)[];
  readonly labels: readonly (string | RegExp)[];
  readonly left: readonly Step[];
}

/** More names than these read better as the pattern that they were. */
const few = 5;

/** Names that a pattern lists, else the pattern; nothing where JavaScript does not read it. */
const namesOf = (regex: string): readonly (string | RegExp)[] | undefined => {
  const listed = namedValues({ label: '', operator: '=~', value: regex.replace(/^\(([^()]*)\)$/, '$1') });
  if (listed && listed.length <= few && listed.every((each) => /^[a-zA-Z_:][\w:]*$/.test(each)))
    return listed;
  return patternText(regex) === undefined ? undefined : [new RegExp(regex)];
};

export const dropped = (steps: readonly Step[]): Dropped => {
  const isDrop = ({ action, sources }: Step): boolean =>
    action === 'drop' && sources.length === 1 && sources[0] === '__name__';
  const said = steps.map((each) => {
    const names = isDrop(each) || each.action === 'labeldrop' ? namesOf(each.regex ?? '.*') : undefined;
    return { each, names };
  });
  const of = (passes: (each: Step) => boolean) =>
    said.flatMap(({ each, names }) => (names && passes(each) ? names : []));
  return {
    metrics: of(isDrop),
    labels: of(({ action }) => action === 'labeldrop'),
    left: said.flatMap(({ each, names }) => (names ? [] : [each])),
  };
};
