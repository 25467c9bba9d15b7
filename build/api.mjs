// The public declarations as one text, by which a change of a public word is seen in review: docs/api.txt.
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

/** Whatever is declared, without what is said about it. */
const printer = ts.createPrinter({ removeComments: true });

const aliased = (checker, symbol) =>
  symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;

/** The declarations of a name: of `export const x: T` the whole statement. */
const statementsOf = (symbol) => {
  const statements = (symbol.declarations ?? []).map((declaration) =>
    ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration,
  );
  return [...new Set(statements)];
};

const textOf = (symbol) =>
  statementsOf(symbol)
    .map((node) => printer.printNode(ts.EmitHint.Unspecified, node, node.getSourceFile()))
    .join('\n')
    .replace(/^export (declare )?/gm, '');

/** The types that a declaration names, as far as they are declared below `folder`. */
const namedIn = (checker, folder, symbol) => {
  const found = new Set();
  const visit = (node) => {
    const name = ts.isTypeReferenceNode(node)
      ? node.typeName
      : ts.isExpressionWithTypeArguments(node)
        ? node.expression
        : ts.isTypeQueryNode(node)
          ? node.exprName
          : undefined;
    const named = name && checker.getSymbolAtLocation(name);
    if (named) {
      const target = aliased(checker, named);
      const [declaration] = target.declarations ?? [];
      if (
        declaration &&
        !ts.isTypeParameterDeclaration(declaration) &&
        declaration.getSourceFile().fileName.startsWith(folder)
      )
        found.add(target);
    }
    ts.forEachChild(node, visit);
  };
  for (const node of statementsOf(symbol)) visit(node);
  return found;
};

const byName = ([a], [b]) => (a < b ? -1 : a > b ? 1 : 0);

/** What the declarations in `folder`, an absolute path, say: words by entry, then the types that the words are made of. */
export const apiText = (folder) => {
  const entries = readdirSync(join(folder, 'public'))
    .filter((name) => name.endsWith('.d.ts'))
    .map((name) => join(folder, 'public', name));
  const program = ts.createProgram(entries, {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    paths: { '#*.js': [join(folder, '*.d.ts')] },
    skipLibCheck: true,
    noEmit: true,
  });
  const checker = program.getTypeChecker();
  const words = new Map();
  const sections = entries.map((entry) => {
    const source = program.getSourceFile(entry);
    const named = checker
      .getExportsOfModule(checker.getSymbolAtLocation(source))
      .map((symbol) => [symbol.name, aliased(checker, symbol)])
      .toSorted(byName);
    for (const [, symbol] of named) words.set(symbol, symbol.name);
    const lines = named.map(([name, symbol]) => {
      const text = textOf(symbol);
      return name === symbol.name ? text : `${text} // as ${name}`;
    });
    return `## cheomseong/${relative(join(folder, 'public'), entry).replace('.d.ts', '')}\n\n${lines.join('\n')}\n`;
  });
  const behind = new Map();
  const queue = [...words.keys()];
  for (let symbol = queue.pop(); symbol; symbol = queue.pop())
    for (const each of namedIn(checker, folder, symbol))
      if (!words.has(each) && !behind.has(each)) {
        behind.set(each, textOf(each));
        queue.push(each);
      }
  const types = [...behind].map(([symbol, text]) => [symbol.name, text]).toSorted(byName);
  return `${sections.join('\n')}\n## Behind the words\n\n${types.map(([, text]) => text).join('\n')}\n`;
};
