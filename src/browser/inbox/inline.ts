/** A stretch of a text as a service shows it. */
export type Inline =
  | { readonly kind: 'text' | 'code' | 'block' | 'mention'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis' | 'struck' | 'underlined'; readonly inside: readonly Inline[] }
  | { readonly kind: 'link'; readonly to: string; readonly inside: readonly Inline[] };

/** Something that a service reads as more than text. */
export interface Mark {
  /** Finds it, from where the search stands. */
  readonly pattern: RegExp;
  /** What it is; `within` reads a text inside of it by the same marks. */
  readonly means: (found: RegExpExecArray, within: (text: string) => readonly Inline[]) => Inline | undefined;
}

/** How a service reads text. */
export interface Markup {
  readonly marks: readonly Mark[];
  /** What is left of the text between marks, where some of it stands for other characters. */
  readonly plain: (text: string) => string;
}

/** The address of a link that a reader may follow; nothing of `javascript:` and the like, which no service makes a link of. */
export const followed = (address: string): string | undefined =>
  /^(https?:\/\/|mailto:|tel:)/i.test(address) ? address : undefined;

const first = (marks: readonly Mark[], text: string, from: number) => {
  let best: { readonly mark: Mark; readonly found: RegExpExecArray } | undefined;
  for (const mark of marks) {
    const pattern = new RegExp(mark.pattern.source, `${mark.pattern.flags.replace('g', '')}g`);
    pattern.lastIndex = from;
    const found = pattern.exec(text);
    if (found && (best === undefined || found.index < best.found.index)) best = { mark, found };
  }
  return best;
};

/** A text as its stretches: of marks that begin at the same place, the one that is listed first is meant. */
export const read = (text: string, markup: Markup): readonly Inline[] => {
  const all: Inline[] = [];
  const say = (plain: string): void => {
    const last = all.at(-1);
    if (plain === '') return;
    if (last?.kind === 'text') all[all.length - 1] = { kind: 'text', text: last.text + plain };
    else all.push({ kind: 'text', text: plain });
  };
  let from = 0;
  for (;;) {
    const next = first(markup.marks, text, from);
    if (!next) break;
    const { index, 0: whole } = next.found;
    say(markup.plain(text.slice(from, index)));
    const meant = next.mark.means(next.found, (inside) => read(inside, markup));
    if (meant === undefined) say(markup.plain(whole));
    else if (meant.kind === 'text') say(meant.text);
    else all.push(meant);
    from = index + Math.max(whole.length, 1);
  }
  say(markup.plain(text.slice(from)));
  return all;
};

/** Strong, emphasized and the like: what stands between its marks, read by the same. */
export const around =
  (kind: 'strong' | 'emphasis' | 'struck' | 'underlined'): Mark['means'] =>
  ([, inside = ''], within) => ({ kind, inside: within(inside) });

/** Text in which nothing is a mark. */
export const verbatim =
  (kind: 'code' | 'block', plain: (text: string) => string = (text) => text): Mark['means'] =>
  ([, inside = '']) => ({ kind, text: plain(inside) });

/** A web address that stands in a text as it is, without what ends the sentence. */
export const bareAddress = (plain: (text: string) => string = (text) => text): Mark => ({
  pattern: /https?:\/\/[^\s<>|"')\]]*[^\s<>|"')\].,;:!?]/,
  means: ([address]) => ({
    kind: 'link',
    to: plain(address),
    inside: [{ kind: 'text', text: plain(address) }],
  }),
});
