import type { Output, FormatName } from './options.js';
import { githubText } from './format/github.js';
import { gitlabText } from './format/gitlab.js';
import { jsonText } from './format/json.js';
import { junitText } from './format/junit.js';
import { sarifText } from './format/sarif.js';
import { type Style, tableText } from './format/table.js';
import { type Root, placeOf } from './place.js';
import { type Report, failuresOf } from './report.js';

/** A report in a form; places are looked for in `root`. */
export const textOf = (format: FormatName, report: Report, root: Root, style: Style): string => {
  const placed = () =>
    failuresOf(report).map((failure) => ({ ...failure, place: placeOf(root, failure.proven) }));
  switch (format) {
    case 'table':
      return tableText(report, style);
    case 'json':
      return jsonText(report);
    case 'junit':
      return junitText(report);
    case 'github':
      return githubText(placed());
    case 'gitlab':
      return gitlabText(placed());
    case 'sarif':
      return sarifText(placed());
  }
};

/** The outputs that were asked for, and the table where nothing else goes to standard output. */
export const outputsOf = (asked: readonly Output[]): readonly Output[] =>
  asked.some(({ file }) => file === undefined) ? asked : [...asked, { format: 'table' }];
