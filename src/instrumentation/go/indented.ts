/** Lines moved in by a tab, but for those that are empty. */
export const indented = (text: string): string => text.replace(/^(?=.)/gm, '\t');
