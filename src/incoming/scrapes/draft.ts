import { Refusal } from '#ground/fault.js';
import type { Changed, LeftOut } from '#incoming/plan/left-out.js';
import type { Place } from '#rules/rule.js';
import type { Scrape } from '#application/scrape.js';
import type { Service } from '#application/service.js';
import type { Settings } from '#incoming/settings/settings.js';
import { type Step, stepText } from './relabelings.js';

/** A scrape in our words: the word, what it is given, and what came of that. */
export interface DraftScrape {
  readonly made: Scrape;
  readonly place: Place;
  /** The Services that it names, which are declared beside it. */
  readonly services: readonly Service[];
  /** `scrape`, `podScrape` or `staticScrape`, and what it is given after the Services or the name. */
  readonly word: 'scrape' | 'podScrape' | 'staticScrape';
  readonly given: Readonly<Record<string, unknown>>;
  /** What stands first: pods or a name; nothing where the Services do. */
  readonly of?:
    { readonly pods: { readonly name: string; readonly given: object } } | { readonly name: string };
}

/** What came of one object or job. */
export interface Drafted {
  readonly scrapes: readonly DraftScrape[];
  readonly leftOut: readonly LeftOut[];
  readonly changed: readonly Changed[];
}

export const nothing: Drafted = { scrapes: [], leftOut: [], changed: [] };

/** All of them together. */
export const all = (drafts: readonly Drafted[]): Drafted => ({
  scrapes: drafts.flatMap(({ scrapes }) => scrapes),
  leftOut: drafts.flatMap(({ leftOut }) => leftOut),
  changed: drafts.flatMap(({ changed }) => changed),
});

/** What our words make; where they refuse it, it is left out with their reason. */
export const attempted = (what: string, place: Place, make: () => DraftScrape): Drafted => {
  try {
    return { ...nothing, scrapes: [make()] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const why = error.faults.map((fault) => fault.why).join('; ');
    return { ...nothing, leftOut: [{ what, place, why }] };
  }
};

/** Steps and fields that no word says. */
export const unsaid = (
  what: string,
  place: Place,
  steps: readonly Step[],
  settings: Settings,
): readonly LeftOut[] => [
  ...steps.map((step) => ({
    what: `${what}: relabeling ${stepText(step)}`,
    place: { ...place, line: step.line },
    why: 'no word of ours says it',
  })),
  ...settings.unread().map((field) => ({ what: `${what}: ${field}`, place, why: 'no word of ours says it' })),
];

/** An endpoint that is found otherwise than by the name of a port. */
export const withoutPort = (what: string, place: Place, of: string): Drafted => ({
  ...nothing,
  leftOut: [{ what, place, why: `an endpoint is named by a port of its ${of} here, and this one is not` }],
});
