import { isLogRule } from '#alerts/log/log-alert.js';
import type { Application } from '#application/application.js';
import { UsageError, spelled } from '#ground/usage.js';
import { selected } from '#proof/command/select.js';
import type { Placed } from '#proof/prove-estate.js';
import type { Thresholds } from './text.js';

/** What somebody asks of the command. */
export interface Asked {
  readonly subjects: readonly Placed[];
  readonly thresholds: Thresholds;
  readonly format: 'text' | 'json';
  /** The folder of the report; nothing where none is asked for. */
  readonly report?: string;
  /** The promtool that judges, by file or by name on PATH; nothing for the one in use. */
  readonly promtool?: string;
  readonly fresh: boolean;
  /** Believes `proofs.lock` where nothing has changed since, and writes it. */
  readonly lock: boolean;
  /** Tries equivalents too, and shows them with the reason. */
  readonly equivalents: boolean;
}

/** The options that there are. */
export const known = {
  mutate: { type: 'boolean' },
  application: { type: 'string', short: 'a', multiple: true },
  promtool: { type: 'string' },
  report: { type: 'string' },
  format: { type: 'string', short: 'f' },
  fresh: { type: 'boolean' },
  lock: { type: 'boolean' },
  equivalents: { type: 'boolean' },
  'estate-at-least': { type: 'string' },
  'alert-at-least': { type: 'string' },
} as const;

/**
 * What the arguments ask for: alerts by name, or all of them.
 *
 * @throws UsageError on arguments that say nothing: an option, an alert or an application that there is not, no percentage.
 */
export const asked = (args: readonly string[], estate: readonly Application[]): Asked => {
  const { words, faults: misspelt, isGiven, texts, text } = spelled(args, known);
  const [applications, format] = [texts('application'), text('format') ?? 'text'];
  const [report, promtool] = [text('report'), text('promtool')];
  const [lock, equivalents] = [isGiven('lock'), isGiven('equivalents')];
  const [all, each] = [text('estate-at-least') ?? '90', text('alert-at-least') ?? '75'];
  const faults = [
    ...misspelt,
    ...(format === 'text' || format === 'json' ? [] : [`--format ${format}: write text or json`]),
    ...[all, each]
      .filter((share) => !isPercentage(share))
      .map((share) => `${share} is no percentage: write a number from 0 to 100`),
    ...(lock && (words.length > 0 || applications.length > 0 || report !== undefined || equivalents)
      ? ['--lock is of the whole estate: name no alert or application, and ask for no report or equivalents']
      : []),
  ];
  if (faults.length > 0) throw new UsageError(faults);
  return {
    // What Loki evaluates is no PromQL: mutants of what stands in for it would tell of nothing that is delivered.
    subjects: selected(estate, { alerts: words, applications }).filter(({ alert }) => !isLogRule(alert)),
    thresholds: { estate: Number(all) / 100, alert: Number(each) / 100 },
    format: format === 'json' ? 'json' : 'text',
    ...(report !== undefined && { report }),
    ...(promtool !== undefined && { promtool }),
    fresh: isGiven('fresh'),
    lock,
    equivalents,
  };
};

const isPercentage = (text: string): boolean => /^\d+(\.\d+)?$/.test(text) && Number(text) <= 100;
