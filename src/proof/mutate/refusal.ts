/** What promtool said of tests: which rules are not as it expects, and which cannot be evaluated at all. */
export interface Refusal {
  readonly differs: ReadonlySet<string>;
  readonly fails: ReadonlySet<string>;
}

const named = (said: string, pattern: RegExp): ReadonlySet<string> =>
  new Set([...said.matchAll(pattern)].flatMap(([, name]) => name ?? []));

/** The rules and questions that promtool's failures name; its releases from 2.42 to 3 name them alike. */
export const refusalIn = (said: string): Refusal => ({
  differs: new Set([
    ...named(said, /^\s*alertname: (.+?), time: /gm),
    ...named(said, /^\s*expr: .*?alertname=\\?"([^"\\]+)\\?"/gm),
    ...named(said, /^\s*expr: .*\\?"mutant\\?", \\?"([^"\\]+)\\?"/gm),
  ]),
  fails: named(said, /^\s*rule: (.+?), time: .*?err: /gm),
});
