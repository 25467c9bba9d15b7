// The public declarations as one text, docs/api.txt, by which a change of a public word is seen in review.
//
// It is read from the declarations in lib/ as they are written, without the compiler's checker, which would take ten times as long: what a
// name is stands in its file, or in an import there.
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import ts from 'typescript';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const printer = ts.createPrinter({ removeComments: true });

/** The names that a statement declares. */
const declaredBy = (statement) => {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map(({ name }) => name.text);
  return statement.name ? [statement.name.text] : [];
};

/** What an import or an export of names says: what each is called there, by what it is called here. */
const namesOf = (clause) =>
  clause.elements.map((each) => [each.name.text, (each.propertyName ?? each.name).text]);

/** What a file says of each name: its statements, or the file and the name there. */
const scopeOf = (source) => {
  const declared = new Map();
  const imported = new Map();
  const exported = new Map();
  const stars = [];
  for (const statement of source.statements) {
    const from = statement.moduleSpecifier?.text;
    if (ts.isImportDeclaration(statement)) {
      const bindings = statement.importClause?.namedBindings;
      if (bindings && ts.isNamedImports(bindings))
        for (const [here, there] of namesOf(bindings)) imported.set(here, { from, name: there });
    } else if (ts.isExportDeclaration(statement)) {
      if (statement.exportClause === undefined) stars.push(from);
      else
        for (const [here, there] of namesOf(statement.exportClause))
          exported.set(here, { from, name: there });
    } else
      for (const name of declaredBy(statement))
        declared.set(name, [...(declared.get(name) ?? []), statement]);
  }
  return { source, declared, imported, exported, stars };
};

/** The files of `lib` as scopes, and where a name that one of them says is declared; nowhere, where that is outside of `lib`. */
const library = (lib) => {
  const scopes = new Map();
  const scope = (file) => {
    if (!scopes.has(file))
      scopes.set(
        file,
        scopeOf(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)),
      );
    return scopes.get(file);
  };
  const fileOf = (file, from) => {
    const path = from.replace(/\.js$/, '.d.ts');
    return from.startsWith('#')
      ? join(lib, path.slice(1))
      : from.startsWith('.')
        ? join(dirname(file), path)
        : undefined;
  };
  const through = (file, { from, name }) => {
    const target = from === undefined ? file : fileOf(file, from);
    return target && (from === undefined ? local(target, name) : word(target, name));
  };
  /** What a file means by a name. */
  const local = (file, name) => {
    const { declared, imported } = scope(file);
    if (declared.has(name)) return { file, name };
    return imported.has(name) ? through(file, imported.get(name)) : undefined;
  };
  /** What whoever imports a name from a file gets. */
  const word = (file, name) => {
    const { declared, exported, stars } = scope(file);
    if (exported.has(name)) return through(file, exported.get(name));
    if (declared.has(name)) return { file, name };
    return stars.map((from) => word(fileOf(file, from), name)).find((found) => found !== undefined);
  };
  return { scope, fileOf, local, word };
};

const leftmost = (name) => (ts.isIdentifier(name) ? name.text : leftmost(name.left ?? name.expression));

/** What a declaration says of others. */
const mentionedBy = ({ fileOf, local, word }, file, statements) => {
  const found = [];
  const visit = (node) => {
    if (ts.isTypeReferenceNode(node)) found.push(local(file, leftmost(node.typeName)));
    else if (ts.isExpressionWithTypeArguments(node)) found.push(local(file, leftmost(node.expression)));
    else if (ts.isTypeQueryNode(node) && !ts.isImportTypeNode(node.exprName))
      found.push(local(file, leftmost(node.exprName)));
    else if (ts.isImportTypeNode(node) && node.qualifier) {
      const target = fileOf(file, node.argument.literal.text);
      if (target) found.push(word(target, leftmost(node.qualifier)));
    }
    ts.forEachChild(node, visit);
  };
  statements.forEach(visit);
  return found.filter((each) => each !== undefined);
};

const inOrder = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** The words of each entry, then the types that they are made of. */
const apiOf = (lib, entries) => {
  const all = library(lib);
  const keyOf = ({ file, name }) => `${file}\0${name}`;
  const statementsOf = ({ file, name }) => all.scope(file).declared.get(name);
  const textOf = (each) =>
    statementsOf(each)
      .map((statement) => printer.printNode(ts.EmitHint.Unspecified, statement, all.scope(each.file).source))
      .join('\n')
      .replaceAll(/^export (declare )?|^declare /gm, '')
      .replaceAll(/\bimport\((['"])[#.][^'"]+\1\)\./g, '');

  const words = entries.map((entry) => {
    const file = join(lib, entry);
    const { exported } = all.scope(file);
    return {
      entry,
      named: [...exported.keys()].toSorted(inOrder).map((name) => [name, all.word(file, name)]),
    };
  });
  const seen = new Set(words.flatMap(({ named }) => named.map(([, each]) => keyOf(each))));
  const behind = [];
  const queue = words.flatMap(({ named }) => named.map(([, each]) => each));
  for (let each = queue.pop(); each !== undefined; each = queue.pop())
    for (const other of mentionedBy(all, each.file, statementsOf(each)))
      if (!seen.has(keyOf(other)) && !other.file.startsWith(join(lib, 'borrowed'))) {
        seen.add(keyOf(other));
        behind.push(other);
        queue.push(other);
      }
  return {
    words: words.map(({ entry, named }) => ({
      entry: basename(entry, '.d.ts'),
      texts: named.map(([name, each]) =>
        name === each.name ? textOf(each) : `${textOf(each)} // as ${name}`,
      ),
    })),
    behind: [...new Set(behind.map((each) => `${each.name}\0${textOf(each)}`))]
      .toSorted(inOrder)
      .map((named) => named.slice(named.indexOf('\0') + 1)),
  };
};

const layout = { parser: 'typescript', singleQuote: true, printWidth: 120 };

/** The whole text, of the declarations in the folder `lib`. */
export const apiText = async (lib, entries) => {
  const { words, behind } = apiOf(lib, entries);
  const sections = [
    ...words.map(({ entry, texts }) => `// cheomseong/${entry}\n\n${texts.join('\n')}`),
    `// What these words are made of: it is not imported by its name\n\n${behind.join('\n')}`,
  ];
  const head =
    '// The public declarations of the package, written by `npm run api`. What changes here changes for its users.';
  return format([head, ...sections].join('\n\n'), layout);
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { declare, words } = await import('./build.mjs');
  const lib = join(root, 'lib');
  declare(lib);
  // what the bin imports is the library's own
  const entries = words.filter((name) => name !== 'command').map((name) => `public/${name}.d.ts`);
  writeFileSync(join(root, 'docs/api.txt'), await apiText(lib, entries));
}
