import type { Fault } from '#ground/fault.js';
import { type GivenFile, type Written, writtenIn } from '#ground/yaml-objects.js';
import { readGroups } from './read/group.js';
import { groupsIn, otherKind, unknownKind } from './read/kind.js';
import { unrenderedFaults } from './read/unrendered.js';
import type { Place, WrittenGroup } from './rule.js';

/** A document that holds no rules. */
export interface Foreign {
  readonly place: Place;
  /** What it is: the kind of an object, `tests of promtool`, `a configuration of Alertmanager`. */
  readonly kind: string;
}

/** What files say. */
export interface RulesRead {
  readonly groups: readonly WrittenGroup[];
  /** What keeps a file from being read, or Prometheus from taking it; of all others what can be read is. */
  readonly faults: readonly Fault[];
  /** Documents that hold no rules: nothing is wrong with them. */
  readonly foreign: readonly Foreign[];
}

/**
 * Rules as files have them: rule files of Prometheus, Mimir, Thanos and Loki, PrometheusRules and Lists of them, what Helm renders,
 * ConfigMaps that hold such files, as YAML or JSON. What else a file holds is passed over, and told.
 */
export const readRules = (files: readonly GivenFile[]): RulesRead => {
  const read = files.map(ofFile);
  return {
    groups: read.flatMap(({ groups }) => groups),
    faults: read.flatMap(({ faults }) => faults),
    foreign: read.flatMap(({ foreign }) => foreign),
  };
};

const ofFile = (given: GivenFile): RulesRead => {
  const unrendered = unrenderedFaults(given);
  if (unrendered.length > 0) return { groups: [], faults: unrendered, foreign: [] };
  const lines = given.text.split('\n');
  const read = writtenIn(given).map((written) => ofDocument(written, lines));
  return {
    groups: read.flatMap(({ groups }) => groups),
    faults: read.flatMap(({ faults }) => faults),
    foreign: read.flatMap(({ foreign }) => foreign),
  };
};

/** What is no YAML is refused only where it is of rules, or of nobody knows what. */
const ofDocument = (written: Written, lines: readonly string[]): RulesRead => {
  const { file, faults, kind, within } = written;
  const all = groupsIn(written);
  const isForeign = all.length === 0 && (kind !== undefined || within !== undefined);
  const broken = isForeign
    ? []
    : faults.map(({ line, why, repeats }) => ({
        where: `${file}:${line}`,
        what: (lines[line - 1] ?? '').trim(),
        code: 'no-yaml' as const,
        ...(repeats === undefined
          ? { why: `it is no YAML: ${why}`, cure: 'mend it, or render it first where it is a template' }
          : { why: `the key '${repeats}' stands twice`, cure: 'leave one of them out' }),
      }));
  const foreign = { place: { file, line: written.root.line }, kind: otherKind(written) };
  if (all.length === 0) return { groups: [], faults: broken, foreign: broken.length > 0 ? [] : [foreign] };
  // Half of a file says something else than the whole, as Prometheus has it.
  if (broken.length > 0) return { groups: [], faults: broken, foreign: [] };
  const read = all.map((groups) => readGroups(groups, file, lines));
  return {
    groups: ofOneEngine(read.flatMap(({ value }) => value)),
    faults: read.flatMap((each) => each.faults),
    foreign: [],
  };
};

/** One engine reads all of a file: where a rule is VictoriaMetrics's, so are those beside it, which may only look like PromQL. */
const ofOneEngine = (groups: readonly WrittenGroup[]): readonly WrittenGroup[] =>
  groups.some(({ rules }) => rules.some(({ language }) => language === 'MetricsQL'))
    ? groups.map((group) => ({
        ...group,
        rules: group.rules.map((rule) => ({ language: 'MetricsQL' as const, ...rule })),
      }))
    : groups;

/** That files hold no rules, where somebody gave them for some. A folder may hold whatever it likes. */
export const withoutRules = (
  files: readonly GivenFile[],
  { groups, faults, foreign }: RulesRead,
): readonly Fault[] =>
  files
    .filter(({ file }) => !groups.some(({ place, rules }) => place.file === file && rules.length > 0))
    .filter(({ file }) => !faults.some(({ where }) => where.startsWith(`${file}:`)))
    .map(({ file }) => {
      const inFile = foreign.filter(({ place, kind }) => place.file === file && kind !== unknownKind);
      const kinds = [...new Set(inFile.map(({ kind }) => kind))];
      return {
        where: file,
        what: '',
        code: 'no-rules',
        why: `it holds no rules${kinds.length > 0 ? `, but ${kinds.join(', ')}` : ''}`,
        cure: 'give a file of rules: groups, each with its rules, or a PrometheusRule',
      };
    });
