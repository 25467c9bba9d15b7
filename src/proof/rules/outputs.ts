import type { FormatName } from '#proof/command/options.js';
import type { Style } from '#proof/command/format/table.js';
import { githubText } from './format/github.js';
import { gitlabText } from './format/gitlab.js';
import { jsonText } from './format/json.js';
import { junitText } from './format/junit.js';
import { sarifText } from './format/sarif.js';
import { tableText } from './format/table.js';
import { type RulesReport, toldOf } from './report.js';

/** A report in a form. */
export const textOf = (format: FormatName, report: RulesReport, style: Style): string => {
  switch (format) {
    case 'table':
      return tableText(report, style);
    case 'json':
      return jsonText(report);
    case 'junit':
      return junitText(report);
    case 'github':
      return githubText(toldOf(report));
    case 'gitlab':
      return gitlabText(toldOf(report));
    case 'sarif':
      return sarifText(toldOf(report));
  }
};
