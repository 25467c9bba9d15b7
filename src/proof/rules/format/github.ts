import { githubCommands } from '#ground/annotation.js';
import { type Told, titleOf } from '#proof/rules/report.js';
import { sentenceOf } from '#proof/rules/sentence.js';

/** At the rules in their own files, errors and warnings, as many of each as GitHub shows. */
export const githubText = (told: readonly Told[]): string =>
  githubCommands(
    told.map((each) => ({
      level: each.weight === 'wrong' ? 'error' : 'warning',
      path: each.place.file,
      line: each.place.line,
      title: titleOf(each),
      text: sentenceOf(each),
    })),
    'prove tells all of them in its table',
  );
