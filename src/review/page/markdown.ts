import type { Finding } from '#review/compare/finding.js';
import { beforeMerge } from './before-merge.js';
import type { Comparison, Side } from './comparison.js';
import { firstLine } from './first-line.js';
import { type Section, sectionsOf } from './sections.js';

/** So many findings of a section stand on the page, and so many names in one: it is one page. */
const most = 15;
const mostNames = 8;

const bold = (text: string): string => `**${text.replaceAll('*', '\\*')}**`;

const names = (subjects: readonly string[]): string => {
  const shown = subjects.slice(0, mostNames).map(bold).join(', ');
  return subjects.length > mostNames ? `${shown} and ${subjects.length - mostNames} more` : shown;
};

/** Of whom and where: `(critical, shop in production and staging)`. */
const about = ({ severity, application, places }: Finding): string => {
  const where = [application, places.join(' and ')].filter((each) => each !== '').join(' in ');
  return `(${[severity === 'none' ? '' : severity, where].filter((each) => each !== '').join(', ')})`;
};

/** What is said of one, of several: `is new` becomes `are new`. */
const plural: Readonly<Record<string, string>> = {
  is: 'are',
  has: 'have',
  fires: 'fire',
  asks: 'ask',
  tells: 'tell',
  says: 'say',
  shows: 'show',
  its: 'their',
};
const agreeing = ({ subjects, text }: Finding): string => {
  if (subjects.length === 1) return text;
  const [first = '', ...rest] = text.split(' ');
  if (first === 'no' && rest[0] === 'longer') return text.replace(/^no longer pages/, 'no longer page');
  return [plural[first] ?? first, ...rest].join(' ');
};

const item = (finding: Finding): string =>
  [
    `- ${names(finding.subjects)} ${agreeing(finding)} ${about(finding)}`,
    ...finding.details.map((each) => `  - ${each}`),
  ].join('\n');

const sectionText = ({ title, findings }: Section): string =>
  [
    `## ${title}`,
    [
      ...findings.slice(0, most).map(item),
      ...(findings.length > most
        ? [`- … and ${findings.length - most} more: \`cheomseong review --json\` has all`]
        : []),
    ].join('\n'),
  ].join('\n\n');

const sideText = ({ revision, commit }: Side): string =>
  commit === '' || revision.startsWith(commit.slice(0, 12))
    ? revision
    : `${revision} (${commit.slice(0, 12)})`;

const rewritten = (files: number): string =>
  `${files} ${files === 1 ? 'file differs, and means' : 'files differ, and mean'} what ${files === 1 ? 'it' : 'they'} meant: code was moved or written otherwise.`;

/** The page: what a person reads before a change is merged, the worst first. */
export const markdown = (comparison: Comparison): string => {
  const { base, head, read, findings, files } = comparison;
  const isSilent = findings.length === 0;
  return `${[
    `# ${firstLine(findings)}`,
    ...beforeMerge(findings),
    ...(isSilent
      ? [files === 0 ? 'Nothing differs at all.' : rewritten(files)]
      : sectionsOf(findings).map(sectionText)),
    `<sub>What ${sideText(head)} means, against ${sideText(base)}.${read === '' ? '' : ` ${read}`}</sub>`,
  ].join('\n\n')}\n`;
};
