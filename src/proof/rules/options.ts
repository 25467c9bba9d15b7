import { UsageError, spelled } from '#ground/usage.js';
import { type Output, outputOf } from '#proof/command/options.js';
import { secondsIn } from '#proof/promtool/go-text.js';

/** What `cheomseong prove FILE…` was asked for. */
export interface Options {
  /** Files, folders, and `-` for standard input. */
  readonly files: readonly string[];
  /** Promtools, by file or by name on PATH; none means the one in use. */
  readonly promtools: readonly string[];
  readonly fresh: boolean;
  readonly outputs: readonly Output[];
  /** Seconds between scrapes; nothing where it was not said. */
  readonly scrapeInterval?: number;
  /** Seconds between evaluations of groups that do not say; nothing where it was not said. */
  readonly evaluationInterval?: number;
  readonly mutate: boolean;
  readonly coverage: boolean;
  /** Percent of the alerts that must be proven or tested. */
  readonly coverageThreshold?: number;
  /** A revision of git: only rules that have changed since. */
  readonly since?: string;
  /** Saved `/metrics`, or addresses of a Prometheus. */
  readonly against: readonly string[];
  /** Files of tests of routes. */
  readonly routes: readonly string[];
}

/** The options that there are beside those of the estate's proofs. */
export const known = {
  promtool: { type: 'string', multiple: true },
  format: { type: 'string', multiple: true, short: 'f' },
  json: { type: 'boolean' },
  junit: { type: 'boolean' },
  fresh: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  'scrape-interval': { type: 'string' },
  'evaluation-interval': { type: 'string' },
  mutate: { type: 'boolean' },
  coverage: { type: 'boolean' },
  'coverage-threshold': { type: 'string' },
  since: { type: 'string' },
  against: { type: 'string', multiple: true },
  routes: { type: 'string', multiple: true },
} as const;

const isLength = (text: string): boolean => /^(\d+(ms|[smhdwy]))+$/.test(text) && secondsIn(text) > 0;
const isPercentage = (text: string): boolean => /^\d+(\.\d+)?$/.test(text) && Number(text) <= 100;

/**
 * Reads the words after `cheomseong prove` where files are among them.
 *
 * @throws UsageError on all that cannot be meant, each with what to write instead.
 */
export const readOptions = (args: readonly string[]): Options => {
  const { words, isGiven, texts, text, faults: misspelt } = spelled(args, known);
  const [scrape, evaluation] = [text('scrape-interval'), text('evaluation-interval')];
  const [threshold, since] = [text('coverage-threshold'), text('since')];
  const shortForms = (['json', 'junit'] as const).filter(isGiven);
  const outputs = [...texts('format').flatMap((each) => each.split(',')), ...shortForms].map(outputOf);
  const onOutput = outputs.filter((output) => typeof output !== 'string' && output.file === undefined);
  const faults = [
    ...misspelt,
    ...outputs.filter((output) => typeof output === 'string'),
    ...(onOutput.length > 1
      ? ['--format: one form can go to standard output; write the others to files, e.g. junit=proofs.xml']
      : []),
    ...[scrape, evaluation]
      .filter((length) => length !== undefined && !isLength(length))
      .map((length) => `${length} is no interval: write a number and a unit, e.g. 30s`),
    ...(threshold !== undefined && !isPercentage(threshold)
      ? [`--coverage-threshold ${threshold} is no percentage: write a number from 0 to 100`]
      : []),
    ...(words.length > 1 && words.filter((word) => word === '-').length > 1
      ? ['-: standard input can be read once']
      : []),
  ];
  if (faults.length > 0) throw new UsageError(faults);
  return {
    files: words,
    promtools: texts('promtool'),
    fresh: isGiven('fresh'),
    outputs: outputs.filter((output) => typeof output !== 'string'),
    ...(scrape !== undefined && { scrapeInterval: secondsIn(scrape) }),
    ...(evaluation !== undefined && { evaluationInterval: secondsIn(evaluation) }),
    mutate: isGiven('mutate'),
    coverage: isGiven('coverage') || threshold !== undefined,
    ...(threshold !== undefined && { coverageThreshold: Number(threshold) }),
    ...(since !== undefined && { since }),
    against: texts('against'),
    routes: texts('routes'),
  };
};
