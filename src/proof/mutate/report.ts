import { fileNameOf } from '#ground/file-name.js';
import { keyOf } from '#alerts/rule/rule.js';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FileResult, MutantResult, MutationTestResult } from 'mutation-testing-report-schema';
import { none } from './mutators/edit.js';
import { ownRecords } from './own-records.js';
import { locationOf, sourceOf } from './source.js';
import type { Thresholds } from './text.js';
import { changeText } from './text.js';
import { type Tried, type Verdict, isEquivalent } from './verdict.js';

/**
 * What was tried, in the schema of the Stryker project, https://github.com/stryker-mutator/mutation-testing-elements: each
 * alert a file, its rules the source, its scenarios the tests.
 */
export const mutationReport = (
  verdicts: readonly Verdict[],
  { estate, alert }: Thresholds,
): MutationTestResult => ({
  schemaVersion: '2',
  thresholds: { high: Math.round(estate * 100), low: Math.round(alert * 100) },
  files: Object.fromEntries(verdicts.map((verdict) => [fileName(verdict), file(verdict)])),
  testFiles: Object.fromEntries(
    verdicts.map((verdict) => [
      `${fileName(verdict)} scenarios`,
      { tests: scenarios(verdict).map((name) => ({ id: testId(verdict, name), name })) },
    ]),
  ),
});

const fileName = ({ subject: { alert, context } }: Verdict): string =>
  `${context.application}/${fileNameOf(keyOf(alert))}.yaml`;
const testId = (verdict: Verdict, scenario: string): string => `${fileName(verdict)}: ${scenario}`;

const scenarios = ({ mutants }: Verdict): readonly string[] => [
  ...new Set(mutants.flatMap(({ noticedBy }) => noticedBy ?? [])),
];

const file = (verdict: Verdict): FileResult => {
  const { subject } = verdict;
  const records = ownRecords(subject.alert, subject.group);
  return {
    language: 'yaml',
    source: sourceOf(subject, records),
    mutants: verdict.mutants.map((mutant): MutantResult => ({
      id: `${fileName(verdict)}#${mutant.name}`,
      mutatorName: mutant.kind,
      description: changeText(mutant),
      replacement: mutant.after === none ? '' : mutant.after,
      location: locationOf(subject, records, mutant),
      ...status(verdict, mutant),
    })),
  };
};

const status = (
  verdict: Verdict,
  mutant: Tried,
): Pick<MutantResult, 'status' | 'statusReason' | 'killedBy'> => {
  const { noticedBy, equivalent } = mutant;
  if (noticedBy !== undefined) return { status: 'Killed', killedBy: [testId(verdict, noticedBy)] };
  if (isEquivalent(mutant) && equivalent !== undefined)
    return { status: 'Ignored', statusReason: `equivalent: ${equivalent}` };
  return { status: 'Survived' };
};

const elements = 'mutation-test-elements.js';

/** Writes the report, and the page that shows it in a browser, without network. */
export const writeReport = async (folder: string, report: MutationTestResult): Promise<void> => {
  const found = createRequire(import.meta.url).resolve('mutation-testing-elements');
  await mkdir(folder, { recursive: true });
  await copyFile(join(dirname(found), elements), join(folder, elements));
  await writeFile(join(folder, 'mutation.json'), JSON.stringify(report, null, 2));
  await writeFile(join(folder, 'index.html'), page(report));
};

// A `<` inside the data must not end the script.
const page = (report: MutationTestResult): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Mutations of alerts</title>
<script defer src="${elements}"></script>
</head>
<body>
<mutation-test-report-app title-postfix="alerts"></mutation-test-report-app>
<script>
document.querySelector('mutation-test-report-app').report = ${JSON.stringify(report).replaceAll('<', '\\u003c')};
</script>
</body>
</html>
`;
