import type { Place, WrittenGroup, WrittenRule } from '#rules/rule.js';
import { canonical } from './canonical.js';

/** One thing that is rendered otherwise than it came in. */
export interface Difference {
  readonly what: string;
  readonly place: Place;
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** What came of holding rules that are rendered against those that came in. */
export interface RuleParity {
  /** How many rules came in and were compared. */
  readonly compared: number;
  readonly equal: number;
  readonly differences: readonly Difference[];
  /** Labels that each alert has besides, by which it is routed here. */
  readonly added: readonly string[];
  /** Alerts that are rendered and did not come in. */
  readonly besides: readonly string[];
}

/** What is compared of a rule, field by field, as texts. */
const fieldsOf = (
  rule: WrittenRule,
  shared: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> => {
  const texts = (under: string, values: Readonly<Record<string, string>>) =>
    Object.entries(values).map(([name, text]) => [`${under}.${name}`, text] as const);
  const { labels } = rule;
  return new Map([
    ['expr', canonical(rule.expr)],
    ...texts('labels', { ...shared, ...labels }),
    ...(rule.kind === 'alert'
      ? [
          ['for', `${rule.for}s`] as const,
          ['keep_firing_for', `${rule.keepFiringFor}s`] as const,
          ...texts('annotations', rule.annotations),
        ]
      : []),
  ]);
};

/** Labels of an application, by which its alerts are routed. */
const routing = ['component', 'application', 'namespace'].map((label) => `labels.${label}`);

const differencesOf = (
  before: WrittenRule,
  after: WrittenRule,
  groups: readonly [WrittenGroup, WrittenGroup],
) => {
  const [was, is] = [fieldsOf(before, groups[0].labels), fieldsOf(after, groups[1].labels)];
  const fields = [...new Set([...was.keys(), ...is.keys()])];
  const differing = fields.filter((field) => was.get(field) !== is.get(field));
  const added = differing.filter((field) => !was.has(field) && routing.includes(field));
  return {
    added: added.map((field) => field.replace(/^labels\./, '')),
    differences: differing
      .filter((field) => !added.includes(field))
      .map((field): Difference => ({
        what: `${before.kind} ${before.name}`,
        place: before.place,
        field,
        before: was.get(field) ?? '',
        after: is.get(field) ?? '',
      })),
  };
};

const settingsOf = ({ interval, queryOffset }: WrittenGroup): ReadonlyMap<string, string> =>
  new Map([
    ['interval', interval === undefined ? '' : `${interval}s`],
    ['query_offset', queryOffset === undefined ? '' : `${queryOffset}s`],
  ]);

const ofGroup = (before: WrittenGroup, after: WrittenGroup): readonly Difference[] => {
  const [was, is] = [settingsOf(before), settingsOf(after)];
  return [...was.keys()].flatMap((field) =>
    was.get(field) === is.get(field)
      ? []
      : [
          {
            what: `group ${before.name}`,
            place: before.place,
            field,
            before: was.get(field) ?? '',
            after: is.get(field) ?? '',
          },
        ],
  );
};

/** A group as it came in, those of its rules that are written, and what it is called where it is rendered. */
export interface Compared {
  readonly before: WrittenGroup;
  readonly rules: readonly WrittenRule[];
  readonly name: string;
}

const nothing: RuleParity = { compared: 0, equal: 0, differences: [], added: [], besides: [] };

const ofRules = ({ before, rules, name }: Compared, rendered: readonly WrittenGroup[]): RuleParity => {
  const after = rendered.find((group) => group.name === name);
  if (after === undefined)
    return {
      ...nothing,
      compared: rules.length,
      differences: [
        { what: `group ${before.name}`, place: before.place, field: 'group', before: name, after: '' },
      ],
    };
  const inOrder = (kind: WrittenRule['kind'], all: readonly WrittenRule[]) =>
    all.filter((rule) => rule.kind === kind);
  const pairs = (['record', 'alert'] as const).flatMap((kind) =>
    inOrder(kind, rules).map((rule, i) => [rule, inOrder(kind, after.rules)[i]] as const),
  );
  const found = pairs.map(([rule, other]) =>
    other === undefined || other.name !== rule.name
      ? {
          added: [],
          differences: [
            {
              what: `${rule.kind} ${rule.name}`,
              place: rule.place,
              field: rule.kind,
              before: rule.name,
              after: other?.name ?? '',
            },
          ],
        }
      : differencesOf(rule, other, [before, after]),
  );
  return {
    compared: pairs.length,
    equal: found.filter(({ differences }) => differences.length === 0).length,
    differences: [...ofGroup(before, after), ...found.flatMap(({ differences }) => differences)],
    added: [...new Set(found.flatMap(({ added }) => added))],
    besides: [],
  };
};

/** Rules as they are rendered, held against those that came in, rule by rule. */
export const ruleParity = (groups: readonly Compared[], rendered: readonly WrittenGroup[]): RuleParity => {
  const all = groups.map((group) => ofRules(group, rendered));
  const names = new Set(groups.map(({ name }) => name));
  return {
    compared: all.reduce((sum, { compared }) => sum + compared, 0),
    equal: all.reduce((sum, { equal }) => sum + equal, 0),
    differences: all.flatMap(({ differences }) => differences),
    added: [...new Set(all.flatMap(({ added }) => added))],
    besides: rendered
      .filter(({ name }) => !names.has(name))
      .flatMap(({ rules }) => rules.map(({ name }) => name)),
  };
};
