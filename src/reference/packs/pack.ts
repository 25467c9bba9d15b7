import type { RulePack } from '#alerts/rule/pack.js';

/** Packs by the function that makes them, each of an example. */
export type Packs = Readonly<Record<string, RulePack>>;

/** What belongs together on the page. */
export interface Theme {
  readonly title: string;
  readonly packs: Packs;
}
