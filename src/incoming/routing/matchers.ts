import { severities } from '#alerts/rule/facts.js';
import { byKey } from '#ground/by-key.js';
import { fromEntries } from '#ground/keyed.js';
import { type Code, called, list, object, verbatim } from '#incoming/code/code.js';
import { patternText, quoted } from '#incoming/code/text.js';
import { namedValues } from '#promql/metric/choice.js';
import { type LabelMatcher, literal, not } from '#promql/metric/match.js';
import { type AlertMatch, type AlertMatchers, accepts } from '#routing/matcher.js';

/** Matchers in our words, and as code. */
export interface WordedMatchers {
  readonly value: AlertMatchers;
  /** Nothing where there are none. */
  readonly code?: Code;
}

interface Worded {
  readonly value: AlertMatch;
  readonly code: Code;
}

/** All matchers; nothing where one of them cannot be said, since the rest would let more through. */
export const wordedMatchers = (matchers: readonly LabelMatcher[]): WordedMatchers | undefined => {
  const said = [...byKey(matchers, ({ label }) => label)].map(
    ([label, its]) => [label, ofLabel(its)] as const,
  );
  const known = said.flatMap(([label, worded]) => (worded ? [[label, worded] as const] : []));
  if (known.length < said.length) return undefined;
  return {
    value: fromEntries(known.map(([label, { value }]) => [label, value] as const)),
    ...(known.length > 0 && {
      code: object(fromEntries(known.map(([label, { code }]) => [label, code] as const))),
    }),
  };
};

/** One match for a label, of which there may be several. */
const ofLabel = (matchers: readonly LabelMatcher[]): Worded | undefined => {
  const [only, ...others] = matchers;
  if (!only || others.length === 0) return only && single(only);
  const fixed = matchers.find(({ operator }) => operator === '=');
  if (fixed) return matchers.every((each) => accepts(each, fixed.value)) ? single(fixed) : undefined;
  const values = matchers.map((each) =>
    each.operator.startsWith('!')
      ? namedValues({ ...each, operator: each.operator === '!=' ? '=' : '=~' })
      : undefined,
  );
  const all = values.flatMap((each) => each ?? []);
  return values.includes(undefined) ? undefined : negated(ofTexts(only.label, all));
};

const single = ({ label, operator, value }: LabelMatcher): Worded | undefined => {
  const isPattern = operator.endsWith('~');
  const texts = namedValues({ label, operator: isPattern ? '=~' : '=', value });
  const positive = texts ? ofTexts(label, texts) : ofPattern(value);
  return operator.startsWith('!') ? negated(positive) : positive;
};

/** Texts as they are; severities of others as a pattern, which our type does not hold to ours. */
const ofTexts = (label: string, texts: readonly string[]): Worded | undefined => {
  if (label === 'severity' && !texts.every((text) => severities.some((each) => each === text)))
    return ofPattern(texts.map(literal).join('|'));
  const [first, ...others] = texts.map((text) => verbatim(quoted(text)));
  const [text = ''] = texts;
  return others.length === 0
    ? { value: text, code: first ?? verbatim("''") }
    : { value: texts, code: list([...(first ? [first] : []), ...others]) };
};

const ofPattern = (pattern: string): Worded | undefined => {
  const code = patternText(pattern);
  return code === undefined ? undefined : { value: new RegExp(pattern), code: verbatim(code) };
};

const negated = (worded: Worded | undefined): Worded | undefined => {
  if (!worded) return undefined;
  const { value, code } = worded;
  if (typeof value !== 'string' && !(value instanceof RegExp) && !('length' in value)) return undefined;
  return { value: not(value), code: called('not', code) };
};
