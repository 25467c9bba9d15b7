import { message, property } from '#proof/command/format/github.js';
import { type Told, titleOf } from '#proof/rules/report.js';
import { sentenceOf } from '#proof/rules/sentence.js';

/** Workflow commands, https://docs.github.com/actions/reference/workflow-commands: at the rule in its own file, errors and warnings. */
export const githubText = (told: readonly Told[]): string =>
  told
    .map((each) => {
      const { file, line } = each.place;
      const command = each.weight === 'wrong' ? 'error' : 'warning';
      return `::${command} file=${property(file)},line=${line},title=${property(titleOf(each))}::${message(sentenceOf(each))}\n`;
    })
    .join('');
