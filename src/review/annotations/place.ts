import type { Finding, Kind } from '#review/compare/finding.js';
import type { ChangedLines } from './changed-lines.js';

/** A line of what is written, and whether it differs: only such lines a forge shows where somebody reviews. */
export interface At {
  readonly path: string;
  readonly line: number;
  readonly isChanged: boolean;
}

/** What stands in the folder of all places, text by path from there. */
export type Files = ReadonlyMap<string, string>;

const ofRouting: readonly Kind[] = ['unpaged', 'untold', 'told-elsewhere', 'told-too', 'held-back'];

/** Where a rule stands in a text: its first line and that after its last. */
const ruleAt = (text: string, alert: string): readonly [number, number] | undefined => {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.trim() === `- alert: ${alert}`);
  if (first < 0) return undefined;
  const next = lines.findIndex((line, i) => i > first && /^\s*- (alert|record|name): /.test(line));
  return [first + 1, next < 0 ? lines.length : next];
};

/** The files of an application in a place, whose folder is that of the place where it is a host. */
const isOf = (path: string, { application, places }: Finding): boolean =>
  places.some(
    (place) =>
      path.startsWith(`${place}/${application}/`) ||
      (path.startsWith(`${place}/`) && !/\/[a-z0-9-]+\//.test(path.replace('/rules/', '/'))),
  );

/**
 * The line at which a finding is shown: one that differs, of routes where it is about who is told, of its rule, of the file of rules; else the
 * rule itself.
 *
 * @param folder That of all places, from the top of the repository: `dist/`.
 */
export const placeOf = (
  finding: Finding,
  files: Files,
  changed: ChangedLines,
  folder: string,
): At | undefined => {
  const own = [...files].filter(([path]) => isOf(path, finding));
  const at = (path: string, line: number | undefined, isChanged: boolean): readonly At[] =>
    line === undefined ? [] : [{ path: `${folder}${path}`, line, isChanged }];
  const linesOf = (path: string): readonly number[] => changed.get(`${folder}${path}`) ?? [];
  const routes = ofRouting.includes(finding.kind)
    ? own.filter(([path]) => /(AlertmanagerConfig\.|\/alertmanager\.yml$)/.test(path))
    : [];
  const rules = own.flatMap(([path, text]) => {
    const found = finding.subjects.map((alert) => ruleAt(text, alert)).find((each) => each !== undefined);
    return found ? [{ path, first: found[0], last: found[1] }] : [];
  });
  const ruleFiles = own.filter(([path]) => /(PrometheusRule\.|VMRule\.|\/rules\/)/.test(path));
  return [
    ...routes.flatMap(([path]) => at(path, linesOf(path)[0], true)),
    ...rules.flatMap(({ path, first, last }) =>
      at(
        path,
        linesOf(path).find((line) => first <= line && line <= last),
        true,
      ),
    ),
    ...(rules.length === 0 ? ruleFiles.flatMap(([path]) => at(path, linesOf(path)[0], true)) : []),
    ...rules.flatMap(({ path, first }) => at(path, first, false)),
    ...ruleFiles.flatMap(([path]) => at(path, 1, false)),
  ][0];
};
