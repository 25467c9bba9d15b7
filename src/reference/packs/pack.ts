import type { OwnRule } from '#alerts/rule/rule.js';

/** Packs by the function that makes them, each of an example. */
export type Packs = Readonly<Record<string, Readonly<Record<string, OwnRule>>>>;

/** What belongs together on the page. */
export interface Theme {
  readonly title: string;
  readonly packs: Packs;
}
