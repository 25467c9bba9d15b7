import type { Fault } from '#ground/fault.js';
import { recordedCharts, versionsOfChart } from '#platform/chart.js';
import { programs } from '#platform/lowest.js';
import type { Platform, Versions } from '#platform/platform.js';
import { isSameVersion, versionOf } from '#platform/version.js';

const bad = (where: string, version: string, why: string, cure: string): Fault => ({
  where,
  what: version,
  code: 'bad-version',
  why,
  cure,
});

const isWhole = (version: string): boolean => version.split('.').length === 3;

/** What is an image must be called as one: a tag without its last number is none of theirs, and would move. */
const ofProgram = (
  program: keyof Versions,
  version: string,
  byItself: string | undefined,
): readonly Fault[] => {
  const where = `versions.${program}`;
  if (versionOf(version) === undefined)
    return [bad(where, version, `'${version}' is no release`, "write its numbers alone, e.g. '3.14.0'")];
  return program === 'kubernetes' || isWhole(version) || isSameVersion(version, byItself ?? '')
    ? []
    : [
        bad(
          where,
          version,
          `${version} is not what the chart runs by itself, and no image is called so`,
          `write all three of its numbers, e.g. '${version}.0'`,
        ),
      ];
};

/** What is wrong with the releases that a platform runs. */
export const versionFaults = ({
  chart,
  versions,
}: Pick<Platform, 'chart' | 'versions'>): readonly Fault[] => {
  const known = versionsOfChart(chart);
  const isChart = versionOf(chart) !== undefined && isWhole(chart);
  const unsaid = known === undefined ? programs.filter((program) => versions[program] === '') : [];
  return [
    ...(isChart ? [] : [bad('chart', chart, `'${chart}' is no release of the chart`, "write e.g. '88.5.3'")]),
    ...(unsaid.length === 0 || !isChart
      ? []
      : [
          {
            where: 'versions',
            what: chart,
            code: 'chart-unknown' as const,
            why: `it is not recorded what the chart ${chart} runs`,
            cure: `say it: versions: { ${unsaid.join(', ')} }; or take one that is recorded: ${recordedCharts.join(', ')}`,
          },
        ]),
    ...programs
      .filter((program) => !unsaid.includes(program))
      .flatMap((program) =>
        ofProgram(program, versions[program], program === 'kubernetes' ? undefined : known?.[program]),
      ),
  ];
};
