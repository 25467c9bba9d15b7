/** A field of a manifest, left out where its list is empty. */
export const some = <K extends string, V>(field: K, values: readonly V[]): { readonly [F in K]?: V[] } => {
  const named: { [F in K]?: V[] } = {};
  if (values.length > 0) named[field] = [...values];
  return named;
};
