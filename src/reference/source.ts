import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

/** A field of what a function is given: what the source says of it. */
export interface Field {
  readonly name: string;
  readonly type: string;
  readonly isOptional: boolean;
  readonly says: string;
  /** What it is unless given, as the source writes it. */
  readonly unless?: string;
}

/** A function as its source declares it. */
export interface Declared {
  readonly name: string;
  readonly file: string;
  readonly says: string;
  /** What it is given after the subject: its metrics, then what its user says. */
  readonly parameters: readonly { readonly name: string; readonly fields: readonly Field[] }[];
  readonly returns: string;
  /** The names that its body uses: of a pack, the functions of its alerts. */
  readonly uses: ReadonlySet<string>;
}

/** Everything that files declare. */
export interface Source {
  readonly functions: ReadonlyMap<string, Declared>;
}

type Members = ts.InterfaceDeclaration | ts.TypeAliasDeclaration;
/** Types by their names; two files may use one name. */
type Types = ReadonlyMap<string, readonly Members[]>;

const commentOf = (node: ts.Node): string =>
  ts
    .getJSDocCommentsAndTags(node)
    .filter(ts.isJSDoc)
    .map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '')
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();

/** The file from which another imports a name; that file itself where it does not. */
const originOf = (name: string, from: ts.SourceFile): string => {
  const imports = from.statements.filter(ts.isImportDeclaration).filter(({ importClause }) => {
    const named = importClause?.namedBindings;
    return named && ts.isNamedImports(named) && named.elements.some((each) => each.name.text === name);
  });
  const [module = ''] = imports.map(({ moduleSpecifier }) => moduleSpecifier.getText().slice(1, -1));
  if (module === '') return from.fileName;
  const path = module.startsWith('#') ? `src/${module.slice(1)}` : join(dirname(from.fileName), module);
  return path.replace(/\.js$/, '.ts');
};

const found = (types: Types, name: string, from: ts.SourceFile): Members | undefined => {
  const origin = originOf(name, from);
  return types.get(name)?.find((each) => each.getSourceFile().fileName === origin);
};

/** What wraps a type without changing its fields: `Wanted<HttpMetrics, '…'>`. */
const wrapping = ['Wanted', 'Partial', 'NoInfer', 'Readonly', 'Omit', 'Pick'];

/** The fields of a type, of those that it extends and joins too. */
const fieldsOf = (node: ts.Node | undefined, types: Types): readonly Field[] => {
  if (node === undefined) return [];
  const from = node.getSourceFile();
  if (ts.isInterfaceDeclaration(node)) {
    const above = (node.heritageClauses ?? []).flatMap((clause) => clause.types);
    return [...above.flatMap((each) => fieldsOf(each, types)), ...membersOf(node.members, types)];
  }
  if (ts.isTypeAliasDeclaration(node)) return fieldsOf(node.type, types);
  if (ts.isTypeLiteralNode(node)) return membersOf(node.members, types);
  if (ts.isIntersectionTypeNode(node) || ts.isUnionTypeNode(node))
    return node.types.flatMap((each) => fieldsOf(each, types));
  if (ts.isParenthesizedTypeNode(node)) return fieldsOf(node.type, types);
  if (ts.isTypeReferenceNode(node) || ts.isExpressionWithTypeArguments(node)) {
    const name = (ts.isTypeReferenceNode(node) ? node.typeName : node.expression).getText();
    if (!wrapping.includes(name)) return fieldsOf(found(types, name, from), types);
    const [first, keys] = node.typeArguments ?? [];
    const kept = [...(keys?.getText().matchAll(/'(\w+)'/g) ?? [])].map(([, key]) => key);
    return fieldsOf(first, types).filter(
      (field) => !['Omit', 'Pick'].includes(name) || kept.includes(field.name) === (name === 'Pick'),
    );
  }
  return [];
};

/** A type as its source spells it; the name of another is followed where that is a metric. */
const spelt = (node: ts.TypeNode | undefined, types: Types): string => {
  const text = node?.getText().replace(/\s+/g, ' ') ?? '';
  const alias = node && /^\w+$/.test(text) ? found(types, text, node.getSourceFile()) : undefined;
  if (alias === undefined || !ts.isTypeAliasDeclaration(alias)) return text;
  const meant = alias.type.getText().replace(/\s+/g, ' ');
  return /^(Gauge|Counter|Histogram|Metric)\b/.test(meant) ? meant : text;
};

const membersOf = (members: ts.NodeArray<ts.TypeElement>, types: Types): readonly Field[] =>
  members.filter(ts.isPropertySignature).map((member) => ({
    name: member.name.getText(),
    type: spelt(member.type, types),
    isOptional: member.questionToken !== undefined,
    says: commentOf(member),
  }));

/** What a parameter that is taken apart has where nothing is given. */
const defaultsOf = ({ name }: ts.ParameterDeclaration): ReadonlyMap<string, string> =>
  new Map(
    ts.isObjectBindingPattern(name)
      ? name.elements.flatMap(({ propertyName, name: own, initializer }) =>
          initializer ? [[(propertyName ?? own).getText(), initializer.getText()] as const] : [],
        )
      : [],
  );

const namesIn = (node: ts.Node): readonly string[] =>
  ts.isIdentifier(node) ? [node.text] : node.getChildren().flatMap(namesIn);

const declaredOf = (
  { name, initializer }: ts.VariableDeclaration,
  statement: ts.VariableStatement,
  types: Types,
): Declared | undefined => {
  if (!initializer || !ts.isArrowFunction(initializer)) return undefined;
  const parameters = initializer.parameters.slice(1).map((parameter) => {
    const unless = defaultsOf(parameter);
    const given = new Map(fieldsOf(parameter.type, types).map((field) => [field.name, field]));
    return {
      name: ts.isIdentifier(parameter.name) ? parameter.name.text : '',
      fields: [...given.values()].map((field) => {
        const value = unless.get(field.name);
        return { ...field, ...(value !== undefined && { unless: value }) };
      }),
    };
  });
  return {
    name: name.getText(),
    file: statement.getSourceFile().fileName,
    says: commentOf(statement),
    parameters,
    returns: initializer.type?.getText() ?? '',
    uses: new Set(namesIn(initializer.body)),
  };
};

/** Reads what the files below a folder declare. */
export const sourceOf = (folder: string): Source => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .sort()
    .map((path) => {
      const file = join(folder, path);
      return ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
    });
  const types = new Map<string, Members[]>();
  for (const statement of files.flatMap((file) => [...file.statements]))
    if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement))
      types.set(statement.name.text, [...(types.get(statement.name.text) ?? []), statement]);
  const functions = files
    .flatMap((file) => file.statements.filter(ts.isVariableStatement))
    .filter(({ modifiers }) => modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword))
    .flatMap((statement) =>
      statement.declarationList.declarations.flatMap((each) => declaredOf(each, statement, types) ?? []),
    );
  return { functions: new Map(functions.map((each) => [each.name, each])) };
};
