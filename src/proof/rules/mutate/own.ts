import { resolve } from 'node:path';
import { stringify } from 'yaml';
import type { PrometheusRule } from '#alerts/rule/prometheus.js';
import { duration } from '#ground/duration.js';
import { isObject } from '#ground/field.js';
import { plainOf, yamlDocuments } from '#ground/yaml-tree.js';
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

/** A group as it was written, with mutants beside their alerts. */
const withMutants = (group: WrittenGroup, mutants: ReadonlyMap<WrittenRule, readonly RuleMutant[]>) => ({
  name: group.name,
  ...(group.interval !== undefined && { interval: duration(group.interval) }),
  rules: group.rules.flatMap((rule) => [
    written(rule, group),
    ...(mutants.get(rule) ?? []).map((mutant) => mutant.rule),
  ]),
});

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
      expr.includes(`alertname="${alert}"`)
        ? mutants.map((name) => ({
            ...(isObject(each) && each),
            expr: expr.replaceAll(`alertname="${alert}"`, `alertname="${name}"`),
          }))
        : [],
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
  const plain = document === undefined ? {} : plainOf(document.root);
  const byRule = new Map([...mutated].map(([{ alert }, mutants]) => [alert, mutants]));
  const names = new Map<string, readonly string[]>();
  for (const [{ alert }, mutants] of mutated)
    names.set(alert.name, [...(names.get(alert.name) ?? []), ...mutants.map(({ name }) => name)]);
  const ruleFiles = tests.ruleFiles.map((path, i) => {
    const inFile = groups.filter(({ place }) => resolve(folder, place.file) === path);
    return [`${i}.json`, JSON.stringify({ groups: inFile.map((group) => withMutants(group, byRule)) })];
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
 * The names of the mutants that a file of tests notices, of each alert of which it says something. Recording rules are not changed for it: its tests may be of
 * these themselves.
 */
export const noticedByOwn = async (
  file: OwnTestFile,
  counted: readonly Counted[],
  { groups, folder }: OwnSetting,
  noticed: Noticing,
): Promise<ReadonlyMap<Judged, ReadonlySet<string>>> => {
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
    covered
      .filter(({ prefix }) => !found.has(`${prefix}m0`))
      .map(({ judged, prefix, all }) => [
        judged,
        new Set(all.map(({ name }) => name).filter((name) => found.has(prefix + name))),
      ]),
  );
};
