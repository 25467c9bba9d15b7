import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTool } from '#proof/tools/tool.js';

/** A rule as Prometheus's rule files write it. */
export interface Rule {
  readonly record?: string;
  readonly alert?: string;
  readonly expr: string;
  readonly for?: string;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** A test as promtool's test files write it: https://prometheus.io/docs/prometheus/latest/configuration/unit_testing_rules/. */
export interface RuleTest {
  readonly interval: string;
  readonly input_series?: readonly object[];
  readonly alert_rule_test?: readonly object[];
  readonly promql_expr_test?: readonly object[];
}

// JSON is YAML, but for characters that YAML wants escaped.
const yaml = (content: object): string =>
  JSON.stringify(content).replace(
    /[\u007f-\u009f\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const withFiles = async <T>(
  files: Readonly<Record<string, object>>,
  use: (folder: string) => Promise<T>,
): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'promtool-'));
  try {
    await Promise.all(
      Object.entries(files).map(([name, content]) => writeFile(join(folder, name), yaml(content))),
    );
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const rulesFile = (rules: readonly Rule[]): object => ({
  groups: [{ name: 'rules', interval: '1m', rules }],
});

/** What `promtool check rules` says against the rules; nothing where it accepts them. */
export const checkRules = (rules: readonly Rule[]): Promise<string> =>
  withFiles({ 'rules.yml': rulesFile(rules) }, async (cwd) => {
    const { exitCode, stdout, stderr } = await runTool('promtool', ['check', 'rules', 'rules.yml'], { cwd });
    return exitCode === 0 ? '' : stdout + stderr;
  });

/** What `promtool test rules` says against the tests; nothing where they all hold. */
export const testRules = (rules: readonly Rule[], tests: readonly RuleTest[]): Promise<string> =>
  withFiles(
    { 'rules.yml': rulesFile(rules), 'test.yml': { rule_files: ['rules.yml'], tests } },
    async (cwd) => {
      const { exitCode, stdout, stderr } = await runTool('promtool', ['test', 'rules', 'test.yml'], { cwd });
      return exitCode === 0 ? '' : stdout + stderr;
    },
  );
