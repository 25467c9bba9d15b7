import { resolve } from 'node:path';
import { stringify } from 'yaml';
import type { PrometheusRule } from '#alerts/rule/prometheus.js';
import { duration } from '#ground/duration.js';
import { isObject } from '#ground/field.js';
import { type Yaml, yamlDocuments } from '#ground/yaml-tree.js';
import { ruleOf } from '#proof/rules/question.js';
import type { Subject } from '#proof/rules/subject.js';
import { testsOf } from '#proof/rules/tests/covered.js';
import type { OwnTestFile } from '#proof/rules/tests/read.js';
import type { WrittenGroup, WrittenRule } from '#rules/rule.js';
import type { Judged } from '#proof/rules/verdict.js';
import { type Counted, type RuleMutant, unchanged } from './mutants.js';
import type { Files, Noticing } from './noticed.js';

/** An alert, and its mutants. */
type Mutated = ReadonlyMap<Subject, readonly RuleMutant[]>;

const written = (rule: WrittenRule, group: WrittenGroup): PrometheusRule =>
  rule.kind === 'record'
    ? { record: rule.name, expr: rule.expr, labels: { ...group.labels, ...rule.labels } }
    : ruleOf({ alert: rule, labels: { ...group.labels, ...rule.labels } });

/** The mutants of each rule, and the names of all mutants of alerts of one name. */
interface Mutants {
  readonly of: ReadonlyMap<WrittenRule, readonly RuleMutant[]>;
  readonly names: ReadonlyMap<string, readonly string[]>;
}

/** A rule with its mutants, and under the name of each mutant of another alert of its name: tests of that name are of all of them. */
const besideMutants = (rule: WrittenRule, group: WrittenGroup, { of, names }: Mutants) => {
  const own = of.get(rule) ?? [];
  const others = rule.kind === 'alert' ? (names.get(rule.name) ?? []) : [];
  return [
    written(rule, group),
    ...own.map((mutant) => mutant.rule),
    ...others
      .filter((name) => !own.some((mutant) => mutant.name === name))
      .map((alert) => ({ ...written(rule, group), alert })),
  ];
};

/** A group as it was written, with mutants beside their alerts. */
const withMutants = (group: WrittenGroup, mutants: Mutants) => ({
  name: group.name,
  ...(group.interval !== undefined && { interval: duration(group.interval) }),
  rules: group.rules.flatMap((rule) => besideMutants(rule, group, mutants)),
});

/** Tests as Go reads them: `0x20` are 21 samples of 0, and only what is expected of a sample is a number. */
const plainTests = (yaml: Yaml, field = ''): unknown => {
  switch (yaml.type) {
    case 'text':
      return typeof yaml.value === 'number' && field !== 'value' ? yaml.text : yaml.value;
    case 'list':
      return yaml.items.map((item) => plainTests(item));
    case 'map':
      return Object.fromEntries([...yaml.fields].map(([name, { value }]) => [name, plainTests(value, name)]));
    case 'nothing':
      return null;
  }
};

/** What is asked of the series of one alert asked of those of another: in the question, and in the samples that are expected. */
const askedOf = (value: unknown, alert: string, name: string): unknown => {
  if (typeof value === 'string')
    return value
      .replaceAll(`alertname="${alert}"`, `alertname="${name}"`)
      .replaceAll(`alertname='${alert}'`, `alertname="${name}"`);
  if (Array.isArray(value)) return value.map((each) => askedOf(each, alert, name));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, each]) => [field, askedOf(each, alert, name)]),
  );
};

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The tests of an alert asked of its mutants instead; of other alerts nothing is asked. */
const asked = (test: unknown, names: ReadonlyMap<string, readonly string[]>): unknown => {
  if (!isObject(test)) return test;
  const alertTests = listOf(test['alert_rule_test']).flatMap((each) => {
    const alert = isObject(each) ? each['alertname'] : undefined;
    const mutants = typeof alert === 'string' ? (names.get(alert) ?? []) : [];
    return mutants.map((alertname) => ({ ...(isObject(each) && each), alertname }));
  });
  const exprTests = listOf(test['promql_expr_test']).flatMap((each) => {
    const expr = isObject(each) && typeof each['expr'] === 'string' ? each['expr'] : '';
    return [...names].flatMap(([alert, mutants]) =>
      askedOf(expr, alert, '') === expr ? [] : mutants.map((name) => askedOf(each, alert, name)),
    );
  });
  return { ...test, alert_rule_test: alertTests, promql_expr_test: exprTests };
};

/** What promtool is asked of mutants beside the rules that tests of the user's own are about: what these ask of the alerts. */
const ownFiles = (
  tests: OwnTestFile,
  groups: readonly WrittenGroup[],
  mutated: Mutated,
  folder: string,
): Files => {
  const [document] = yamlDocuments(tests.text);
  const plain = document === undefined ? {} : plainTests(document.root);
  const byRule = new Map([...mutated].map(([{ alert }, mutants]) => [alert, mutants]));
  const names = new Map<string, readonly string[]>();
  for (const [{ alert }, mutants] of mutated)
    names.set(alert.name, [...(names.get(alert.name) ?? []), ...mutants.map(({ name }) => name)]);
  const ruleFiles = tests.ruleFiles.map((path, i) => {
    const inFile = groups.filter(({ place }) => resolve(folder, place.file) === path);
    return [
      `${i}.json`,
      JSON.stringify({ groups: inFile.map((group) => withMutants(group, { of: byRule, names })) }),
    ];
  });
  const file = {
    ...(isObject(plain) && plain),
    rule_files: ruleFiles.map(([name]) => name),
    tests: (isObject(plain) ? listOf(plain['tests']) : []).map((test) => asked(test, names)),
  };
  return { ...Object.fromEntries(ruleFiles), 'test.yml': stringify(file) };
};

/** What tests of the user's own are tried with. */
export interface OwnSetting {
  readonly groups: readonly WrittenGroup[];
  readonly tests: readonly OwnTestFile[];
  readonly folder: string;
}

const prefixed = (mutant: RuleMutant, prefix: string): RuleMutant => {
  const name = prefix + mutant.name;
  return { ...mutant, name, rule: { ...mutant.rule, alert: name } };
};

/**
 * The names of the mutants that a file of tests notices, of each alert of which it says something; nothing where it does not hold of a copy of the
 * alert, so that it cannot be tried. Recording rules are not changed for it: its tests may be of these themselves.
 */
export const noticedByOwn = async (
  file: OwnTestFile,
  counted: readonly Counted[],
  { groups, folder }: OwnSetting,
  noticed: Noticing,
): Promise<ReadonlyMap<Judged, ReadonlySet<string> | undefined>> => {
  const covered = counted
    .filter(({ judged }) => testsOf(judged.alert, [file], folder).length > 0)
    .map(({ judged, mutants }, i) => {
      const all = [unchanged(judged), ...mutants.filter(({ record }) => record === undefined)];
      return { judged, prefix: `a${i}_`, all, named: all.map((each) => prefixed(each, `a${i}_`)) };
    });
  const found = await noticed(
    covered.flatMap(({ named }) => named),
    (some) => {
      const left = new Set(some);
      const mutated = covered.map(
        ({ judged, named }) => [judged, named.filter((each) => left.has(each))] as const,
      );
      return ownFiles(file, groups, new Map(mutated), folder);
    },
  );
  return new Map(
    covered.map(({ judged, prefix, all }) => [
      judged,
      found.has(`${prefix}m0`)
        ? undefined
        : new Set(all.map(({ name }) => name).filter((name) => found.has(prefix + name))),
    ]),
  );
};
