/**
 * Every way from a file back to itself, of what each file imports by which path: `['a.ts', 'b.ts', 'a.ts']`.
 *
 * They are refused, though JavaScript knows them: a file of a circle runs before what it imports has been made, which in one script, with
 * other files around it, is `undefined` and no error.
 */
export const circlesOf = (imports) => {
  const done = new Set();
  const found = [];
  const visit = (file, way) => {
    const begun = way.indexOf(file);
    if (begun >= 0) found.push([...way.slice(begun), file]);
    if (begun >= 0 || done.has(file)) return;
    for (const each of imports.get(file)?.values() ?? []) visit(each, [...way, file]);
    done.add(file);
  };
  for (const file of imports.keys()) visit(file, []);
  return found;
};
