import { UsageError, spelled } from '#ground/usage.js';

/** The forms in which a drill is told. */
export type FormatName = 'table' | 'markdown' | 'json' | 'junit';

/** A form, and the file that it is written to; standard output without. */
export interface Output {
  readonly format: FormatName;
  readonly file?: string;
}

/** What `cheomseong rehearse` was asked for. */
export interface Options {
  /** `ALERT` or `application/ALERT`; without any the page is served. */
  readonly alerts: readonly string[];
  /** How many times as fast as in life everything goes. */
  readonly pace: number;
  readonly silenced: boolean;
  /** Whether all faults are there at once, on one stage. */
  readonly together: boolean;
  readonly records: boolean;
  readonly newest: boolean;
  readonly opens: boolean;
  readonly outputs: readonly Output[];
}

/** The options that there are. */
export const known = {
  pace: { type: 'string' },
  silence: { type: 'boolean' },
  together: { type: 'boolean' },
  markdown: { type: 'boolean' },
  json: { type: 'boolean' },
  junit: { type: 'string' },
  'no-record': { type: 'boolean' },
  newest: { type: 'boolean' },
  'no-open': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** How many times as fast it goes unless told. */
const usualPace = 60;

/** What is wrong with a pace: Prometheus cannot scrape every few milliseconds. */
export const paceFault = (pace: number): string | undefined =>
  Number.isFinite(pace) && pace >= 1 && pace <= 120 ? undefined : 'write a number from 1, as in life, to 120';

/**
 * Reads the words after `cheomseong rehearse`.
 *
 * @throws UsageError on all that is wrong with them.
 */
export const readOptions = (args: readonly string[]): Options => {
  const { words, isGiven, texts, text, faults } = spelled(args, known);
  const pace = Number(text('pace') ?? usualPace);
  const ofPace = paceFault(pace);
  const forms = (['markdown', 'json'] as const).filter(isGiven);
  const onPage = ['silence', 'together', 'markdown', 'json', 'no-record'] as const;
  const wrong = [
    ...faults,
    ...(ofPace === undefined ? [] : [`--pace ${text('pace')}: ${ofPace}`]),
    ...(forms.length > 1 ? ['--markdown, --json: one form can go to standard output'] : []),
    ...(words.length > 0
      ? []
      : [...onPage.filter(isGiven), ...(texts('junit').length > 0 ? ['junit'] : [])].map(
          (each) => `--${each} is of a rehearsal of alerts: name one`,
        )),
  ];
  if (wrong.length > 0) throw new UsageError(wrong);
  return {
    alerts: [...new Set(words)],
    pace,
    silenced: isGiven('silence'),
    together: isGiven('together'),
    records: !isGiven('no-record'),
    newest: isGiven('newest'),
    opens: !isGiven('no-open'),
    outputs: [
      { format: forms[0] ?? 'table' },
      ...texts('junit').map((file): Output => ({ format: 'junit', file })),
    ],
  };
};
