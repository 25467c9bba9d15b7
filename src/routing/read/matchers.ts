import { type Yaml, fieldsOf, textOf } from '#ground/yaml-tree.js';
import { type LabelMatcher, matchOperators, matcherFault } from '#promql/metric/match.js';
import type { Reading } from './field.js';

/** `name`, an operator, and what stands behind it in quotes or as it is, up to a comma: of one entry there may be several. */
const matcher =
  /\s*("(?:[^"\\]|\\.)*"|[^\s=!~,"{}]+)\s*(=~|!~|!=|=)\s*("(?:[^"\\]|\\.)*"|[^,"]*?)\s*(?:,|$)/y;

const escapes: Readonly<Record<string, string>> = { n: '\n', '"': '"', '\\': '\\' };
/** A text without its quotes; an escape that Alertmanager does not know is what stands there. */
const unquoted = (text: string): string =>
  text.startsWith('"')
    ? text.slice(1, -1).replace(/\\(.)/g, (whole, escaped: string) => escapes[escaped] ?? whole)
    : text;

/**
 * The matchers in a text as Alertmanager writes them: `severity="critical"`, `team=~"a|b", env!=prod`, also in braces; nothing where they are
 * none. https://prometheus.io/docs/alerting/latest/configuration/#matcher
 */
export const matchersIn = (written: string): readonly LabelMatcher[] | undefined => {
  const text = written
    .trim()
    .replace(/^\{(.*)\}$/s, '$1')
    .trim();
  const found: LabelMatcher[] = [];
  matcher.lastIndex = 0;
  while (matcher.lastIndex < text.length) {
    const [, label, operator, value] = matcher.exec(text) ?? [];
    const known = matchOperators.find((each) => each === operator);
    if (label === undefined || value === undefined || !known) return undefined;
    found.push({ label: unquoted(label), operator: known, value: unquoted(value) });
  }
  return found;
};

/** Matchers as texts, as maps of old, or as the operator's objects; those that are none are noted. */
export const readMatchers = (
  yaml: Yaml,
  reading: Reading,
  { matchers, equal, regex }: { readonly matchers: string; readonly equal: string; readonly regex: string },
): readonly LabelMatcher[] => {
  if (reading.form === 'AlertmanagerConfig')
    return reading.list(yaml, matchers).map((each) => sound(each, operators(each), reading));
  const listed = reading.field(yaml, matchers);
  const entries = listed?.type === 'text' ? [listed] : listed ? reading.list(yaml, matchers) : [];
  return [
    ...entries.flatMap((each) => ofText(each, reading)),
    ...ofMap(yaml, equal, '=', reading),
    ...ofMap(yaml, regex, '=~', reading),
  ];
};

const ofText = (yaml: Yaml, reading: Reading): readonly LabelMatcher[] => {
  const text = yaml.type === 'text' ? yaml.text : '';
  const found = matchersIn(text);
  if (found && found.length > 0) return found.map((each) => sound(yaml, each, reading));
  reading.refuse(yaml.line, text, `'${text}' is no matcher`, `write e.g. severity="critical"`);
  return [];
};

const ofMap = (yaml: Yaml, name: string, operator: '=' | '=~', reading: Reading): readonly LabelMatcher[] =>
  fieldsOf(reading.field(yaml, name)).map(([label, { value }]) =>
    sound(value, { label, operator, value: value.type === 'text' ? value.text : '' }, reading),
  );

const operators = (yaml: Yaml): LabelMatcher => {
  const type = textOf(yaml, 'matchType');
  const isRegex = textOf(yaml, 'regex') === 'true';
  return {
    label: textOf(yaml, 'name') ?? '',
    operator: matchOperators.find((each) => each === type) ?? (isRegex ? '=~' : '='),
    value: textOf(yaml, 'value') ?? '',
  };
};

/** A pattern that is none matches nothing more: it is noted. */
const sound = (yaml: Yaml, each: LabelMatcher, reading: Reading): LabelMatcher => {
  const fault = matcherFault(each);
  if (fault) reading.refuse(yaml.line, each.value, `'${each.value}' ${fault.why}`, 'mend the pattern');
  return fault ? { ...each, operator: '=', value: each.value } : each;
};
