import type { Language } from '#ground/language.js';
import { UsageError, readWords } from '#ground/usage.js';
import { languageOf, spokenHere } from '#new/language.js';
import { type Severities, severitiesGiven } from './plan/severities.js';

/** What somebody asked for. */
export interface Options {
  readonly files: readonly string[];
  readonly application: string;
  readonly namespace: string;
  readonly language: Language;
  /** Scrapes to take kinds, labels and buckets of: saved ones, or their URLs. */
  readonly metrics: readonly string[];
  readonly severities: Severities;
  readonly isTried: boolean;
  readonly json: boolean;
}

const known = {
  application: { type: 'string' },
  namespace: { type: 'string' },
  metrics: { type: 'string', multiple: true },
  severity: { type: 'string', multiple: true },
  language: { type: 'string' },
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

export const importHelp = `Writes an application of what a team has: rule files, PrometheusRules, what Helm renders. Its rules are rendered as they came in,
which is proven, object by object; of each alert the proof is derived that promtool holds to, until a person confirms it.
All is written or nothing, and nothing that is there is overwritten.

  cheomseong import FILE… --application NAME     FILE is a file, a folder of them, or - for standard input

Options
      --application NAME     the application: apps/NAME/, its label and its objects
      --namespace NAME       where its monitoring objects live; as the application without
      --metrics SOURCE       a saved /metrics, its URL, or that of a Prometheus, by which metrics are declared; may be given
                             more than once
      --severity NAME=OURS   what a severity is like that is none of ours: page=critical, info=none; may be given more than once
      --language ko|en       that of its texts. Without: what LC_ALL, LC_MESSAGES or LANG says
      --dry-run              tells what would come of it, and writes nothing
      --json                 the same for programs
  -h, --help                 this text

Exit codes
  0  all of it came along      1  something is left out, or is rendered otherwise than it came in      2  it could not be run

Example
  npx cheomseong import rules/ --application shop --severity page=critical --metrics http://localhost:8080/metrics
`;

/**
 * The words after `cheomseong import`.
 *
 * @throws UsageError on words that say nothing.
 */
export const readOptions = (args: readonly string[]): Options => {
  const { words, text, texts, isGiven } = readWords(args, known);
  const application = text('application');
  const faults = [
    ...(words.length > 0 ? [] : ['a file is missing: cheomseong import rules/ --application shop']),
    ...(application !== undefined
      ? []
      : ['it is not said what the application is called: --application shop']),
  ];
  if (application === undefined || faults.length > 0) throw new UsageError(faults);
  return {
    files: words,
    application,
    namespace: text('namespace') ?? application,
    language: languageOf(text('language'), spokenHere(process.env)),
    metrics: texts('metrics'),
    severities: severitiesGiven(texts('severity')),
    isTried: isGiven('dry-run'),
    json: isGiven('json'),
  };
};
