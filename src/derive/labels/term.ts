/**
 * What stands for the value of a label while it is not known: a label of one of the selectors of an expression (`3.job`), a text that is
 * known (`=shop`), what a function makes of labels (`~2`), or whatever fits.
 */
export type Term = string;

export const labelOf = (leaf: number, label: string): Term => `${leaf}.${label}`;
export const textTerm = (text: string): Term => `=${text}`;
export const madeTerm = (nth: number): Term => `~${nth}`;
/** The label is not there. */
export const nothing: Term = textTerm('');
/** Nothing is known of it, and nothing asked. */
export const whatever: Term = '*';

/** The text that a term stands for, where it does. */
export const textOf = (term: Term): string | undefined => (term.startsWith('=') ? term.slice(1) : undefined);
export const isMade = (term: Term): boolean => term.startsWith('~');
