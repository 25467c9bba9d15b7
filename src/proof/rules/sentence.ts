/** Why, and what to write instead. */
export const sentenceOf = ({ why, cure }: { readonly why: string; readonly cure: string }): string =>
  `${why}${cure === '' ? '' : `; ${cure}`}`;
