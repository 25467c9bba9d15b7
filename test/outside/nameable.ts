import { join, relative } from 'node:path';
import ts from 'typescript';

/** A type that a public word asks for or gives, and that no public word names. */
export interface Unnamed {
  readonly word: string;
  readonly type: string;
  /** The declaration in which it stands: `alerts/http/requests`. */
  readonly file: string;
}

const programOf = (folder: string, entries: readonly string[]): ts.Program =>
  ts.createProgram(
    entries.map((entry) => join(folder, entry)),
    {
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      paths: { '#*.js': [join(folder, '*.d.ts')] },
      skipLibCheck: true,
      noEmit: true,
    },
  );

const nameIn = (node: ts.Node): ts.Node | undefined => {
  if (ts.isTypeReferenceNode(node)) return node.typeName;
  if (ts.isExpressionWithTypeArguments(node)) return node.expression;
  return undefined;
};

/**
 * What nobody has to write: what the compiler works out of other types, a sentence that it shows, and the calls of a function, which is
 * exported itself.
 */
const isWorkedOut = (declaration: ts.Declaration): boolean => {
  if (ts.isInterfaceDeclaration(declaration))
    return declaration.members.length > 0 && declaration.members.every(ts.isCallSignatureDeclaration);
  if (!ts.isTypeAliasDeclaration(declaration)) return false;
  const { typeParameters, type } = declaration;
  return typeParameters !== undefined || ts.isLiteralTypeNode(type) || ts.isFunctionTypeNode(type);
};

/**
 * The types that public functions, and classes that are made, name in what they ask for and what they give, and that no entry exports.
 *
 * @param folder the declarations of the library.
 */
export const unnamedTypes = (folder: string, entries: readonly string[]): readonly Unnamed[] => {
  const program = programOf(folder, entries);
  const checker = program.getTypeChecker();
  const whole = (symbol: ts.Symbol): ts.Symbol =>
    symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const words = entries.flatMap((entry) => {
    const source = program.getSourceFile(join(folder, entry));
    const module = source && checker.getSymbolAtLocation(source);
    return module ? checker.getExportsOfModule(module) : [];
  });
  const named = new Set(words.map(whole));
  const isOurs = (symbol: ts.Symbol): boolean =>
    (symbol.declarations ?? []).some(
      (each) =>
        !ts.isTypeParameterDeclaration(each) &&
        !isWorkedOut(each) &&
        each.getSourceFile().fileName.startsWith(folder),
    );
  const fileOf = ({ declarations: [first] = [] }: ts.Symbol): string =>
    first ? relative(folder, first.getSourceFile().fileName).replace(/\.d\.ts$/, '') : '';
  const unnamedIn = (node: ts.Node): readonly ts.Symbol[] => {
    const name = nameIn(node);
    const symbol = name && checker.getSymbolAtLocation(name);
    const type = symbol && whole(symbol);
    return [
      ...(type && isOurs(type) && !named.has(type) ? [type] : []),
      ...node.getChildren().flatMap(unnamedIn),
    ];
  };
  return words.flatMap((word) => {
    const values = (whole(word).declarations ?? []).filter(
      (each) =>
        ts.isVariableDeclaration(each) || ts.isFunctionDeclaration(each) || ts.isClassDeclaration(each),
    );
    return [...new Set(values.flatMap(unnamedIn))].map((type) => ({
      word: word.name,
      type: type.name,
      file: fileOf(type),
    }));
  });
};
