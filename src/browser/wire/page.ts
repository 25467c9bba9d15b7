/** The pages that a browser shows, by the file in src/browser/ from which each begins. */
type PageName = 'preview' | 'rehearsal';

/** What a page is made of, beside its HTML. */
export interface Page {
  readonly script: string;
  readonly style: string;
}

/** A page as it was bundled: from its sources where the product runs from them, else as the package holds it. */
export type PageOf = (name: PageName) => Promise<Page>;
