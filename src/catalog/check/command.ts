import { undeclared } from '#catalog/compared.js';
import { type Answer, asked } from '#catalog/source.js';
import type { Family } from '#catalog/exposition.js';
import { type Fault, explained, faultText } from '#ground/fault.js';
import { type ExitCode, type Surface, exitCodes } from '#ground/surface.js';
import { UsageError, readWords } from '#ground/usage.js';
import { answerDifferences } from './answer.js';
import { type Exporting, chosenScrapes } from './chosen.js';
import { programDifferences } from './differences.js';

const word = { type: 'string' } as const;
const options = { application: word, scrape: word, json: { type: 'boolean' } } as const;

/** What client libraries tell of their own process, which no catalogue need declare. */
const ofProcess = /^(python|process|go|promhttp|nodejs|scrape)_/;

interface Checked {
  readonly scrape: string;
  readonly faults: readonly Fault[];
  readonly undeclared: readonly string[];
}

const checked = ({ scrape, catalogs }: Exporting, exported: ReadonlyMap<string, Family>): Checked => ({
  scrape,
  faults: programDifferences(catalogs, exported),
  undeclared: undeclared(catalogs, exported).filter((name) => !ofProcess.test(name)),
});

const undeclaredText = (names: readonly string[]): string =>
  names.length === 0 ? '' : `Exported beside them, and declared by no catalogue: ${names.join(', ')}\n`;

const text = (application: string, { scrape, faults, undeclared: others }: Checked): string => {
  const subject = `${scrape} of ${application}`;
  return faults.length === 0
    ? `${subject}: all that it declares is exported so\n${undeclaredText(others)}`
    : `${faultText(subject, faults, true)}\n${undeclaredText(others)}`;
};

/**
 * `cheomseong catalog check`: what differs between what a program exports and what its application declares, told to whoever writes the program.
 *
 * @param all What each application of the estate declares, scrape by scrape.
 */
export const checkCommand = async (
  args: readonly string[],
  { out, folder }: Surface,
  all: readonly Exporting[],
): Promise<ExitCode> => {
  const { words, text: given, isGiven } = readWords(args, options, 1);
  const [source] = words;
  const application = given('application');
  if (source === undefined)
    throw new UsageError([
      'a source is missing: cheomseong catalog check http://localhost:8080/metrics --application shop',
    ]);
  if (application === undefined) throw new UsageError(['whose it is is missing: --application NAME']);
  const answer: Answer = await asked(source, folder);
  const found = chosenScrapes(all, { application, scrape: given('scrape') }, answer.families).map((each) =>
    checked(each, answer.families),
  );
  const answered = answerDifferences(answer).map((each) => ({ where: '', ...each }));
  const faults = [...answered, ...found.flatMap((each) => each.faults)];
  if (isGiven('json')) out.write(`${JSON.stringify({ answer: answered, scrapes: found }, null, 2)}\n`);
  else {
    if (answered.length > 0) out.write(`${faultText(source, answered, true)}\n`);
    out.write(`${found.map((each) => text(application, each)).join('')}`);
    if (faults.length > 0) out.write(`${explained(faults).trimStart()}\n`);
  }
  return faults.some(({ isHint }) => !isHint) ? exitCodes.faults : exitCodes.well;
};
