import { keyed } from '#ground/keyed.js';
import { humanize, valueTemplate } from '#promql/unit/humanize.js';
import { quoted } from '#promql/expr/string-text.js';
import { isLegacyLabelName } from '#promql/metric/spelling.js';
import type { Unit } from '#promql/unit/unit.js';
import { spoken } from '#ground/spoken.js';
import type { Facts } from './facts.js';
import { type Language, type Spoken, inLanguage } from '#ground/language.js';

/** The annotations of an alert by their names, as Prometheus carries them. */
export type Annotations = Readonly<Record<string, string>>;

/** What an alert says: one sentence for the list, and some for the message. */
// A type rather than an interface, so that it is annotations too.
export type Texts = {
  readonly summary: string;
  readonly description: string;
};

/** What the person on call does about an alert. Markdown, a few sentences each. */
export interface Runbook {
  /** What the alert says about the system. */
  readonly meaning: string;
  /** What its users notice. */
  readonly impact: string;
  /** How to see what is wrong: commands to copy, panels to look at. */
  readonly check: string;
  /** What to do about it. */
  readonly action: string;
}

/** All that is said in one language: in the message, then on the page. */
export interface Said extends Texts, Runbook {}

/** What sentences may name, spelled in their language. */
export interface Says<L extends string, U extends Unit> {
  /** The present value, in its unit: in a message only, a page knows none. */
  readonly value: string;
  /** The limit, in its unit. */
  readonly limit: string;
  /** The labels that the expression still has: in a message only. */
  readonly labels: Readonly<Record<L, string>>;
  /** The alert's `for`: `5분`, `5 minutes`. */
  readonly for: string;
  /** The window of its signal: `10분`, `10 minutes`. */
  readonly window: string;
  /** All of it as numbers, for what is reckoned from it or written into a command. */
  readonly facts: Facts<U>;
}

/** The sentences of an alert, in each language of its application a function of its facts. */
export type Sentences<L extends string, U extends Unit> = Spoken<(says: Says<L, U>) => Said>;

/** What fills sentences in: Prometheus's templates, or what a proof expects. */
export interface Filling<L extends string> {
  readonly value: string;
  readonly label: (name: L) => string;
}

/** Sentences as Prometheus fills them in when the alert fires. */
export const templates = ({ limit }: Pick<Facts<Unit>, 'limit'>): Filling<string> => ({
  value: valueTemplate(limit),
  label: (name) =>
    isLegacyLabelName(name) ? `{{ $labels.${name} }}` : `{{ index $labels ${quoted(name)} }}`,
});

/** What an alert says in one language. */
export const said = <L extends string, U extends Unit>(
  sentences: Sentences<L, U>,
  language: Language,
  facts: Facts<U>,
  labels: readonly L[],
  { value, label }: Filling<L>,
): Said => {
  const say = inLanguage(sentences, language);
  return say({
    value,
    limit: humanize(facts.limit),
    labels: keyed(labels, label),
    for: spoken(facts.for)[language],
    get window() {
      return spoken(facts.window)[language];
    },
    facts,
  });
};

/** Of all that is said, what stands in the message. */
export const textsOf = ({ summary, description }: Said): Texts => ({ summary, description });
/** Of all that is said, what stands on the page. */
export const runbookOf = ({ meaning, impact, check, action }: Said): Runbook => ({
  meaning,
  impact,
  check,
  action,
});
