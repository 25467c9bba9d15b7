/** The script and the style of a page, by its name: bundled from its sources where the product runs from them, else as the package holds it. */
export declare const pageOf: (
  name: 'preview' | 'rehearsal',
) => Promise<{ readonly script: string; readonly style: string }>;
