import {
  type Document,
  LineCounter,
  type Node,
  type Scalar,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  parseAllDocuments,
} from 'yaml';

/** A text, a number, a truth: whatever Go would read into a field of text, since only its reader knows what the field is of. */
export interface YamlText {
  readonly type: 'text';
  readonly line: number;
  /** As Go reads it into a text: `1.50` of a number too. */
  readonly text: string;
  /** As YAML 1.2 reads it. */
  readonly value: unknown;
  /** The line in which the text itself begins: below the `|` of a block. */
  readonly textLine: number;
  /** Whether each of its lines is one of the file: in a block that is not folded. */
  readonly isByLines: boolean;
}
export interface YamlList {
  readonly type: 'list';
  readonly line: number;
  readonly items: readonly Yaml[];
}
export interface YamlMap {
  readonly type: 'map';
  readonly line: number;
  readonly fields: ReadonlyMap<string, YamlField>;
}
/** Nothing, or `null`. */
export interface YamlNothing {
  readonly type: 'nothing';
  readonly line: number;
}
export interface YamlField {
  readonly line: number;
  readonly value: Yaml;
}
/** What stands in a YAML or JSON file, with the lines in which it stands. Anchors and `<<` are followed. */
export type Yaml = YamlText | YamlList | YamlMap | YamlNothing;

/** One document of a file. */
export interface YamlDocument {
  readonly root: Yaml;
  /** What is wrong with it, each with its line; then what is read of it may be a part. */
  readonly faults: readonly YamlFault[];
}
/** Why a text is no YAML, or which key of it stands twice in one map. */
export interface YamlFault {
  readonly line: number;
  readonly why: string;
  readonly repeats?: string;
}

/** In which line of its file something of a text stands, or the line so many below it. */
type LineOf = (offset: number, below?: number) => number;

/**
 * The documents of a text.
 *
 * @param lineOf In which line of the file a line of the text stands, where the text is a part of it.
 */
export const yamlDocuments = (
  text: string,
  lineOf: (line: number) => number = (line) => line,
): readonly YamlDocument[] => {
  const lineCounter = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter, keepSourceTokens: false, logLevel: 'silent' });
  if ('empty' in documents) return [];
  const at: LineOf = (offset, below = 0) => lineOf(Math.max(1, lineCounter.linePos(offset).line) + below);
  return documents.map((document) => ({
    root: treeOf(document, at),
    faults: document.errors.map(({ code, message, pos: [from] }) => ({
      line: at(from),
      why: message.split(/ at line \d|\n/)[0] ?? message,
      ...(code === 'DUPLICATE_KEY' && { repeats: keyAt(text, from) }),
    })),
  }));
};

/** A key, without its quotes. */
const keyAt = (text: string, from: number): string =>
  /^(["']?)([^:\n]*?)\1\s*:/.exec(text.slice(from))?.[2] ?? '';

const treeOf = (document: Document.Parsed, at: LineOf): Yaml => {
  const anchored = new Map<Node, Yaml>();
  const read = (node: Node | null | undefined, around: number): Yaml => {
    if (!node) return { type: 'nothing', line: around };
    const line = node.range ? at(node.range[0]) : around;
    if (isAlias(node)) {
      const source = node.resolve(document);
      return (source && anchored.get(source)) ?? { type: 'nothing', line };
    }
    const tree = treeAt(node, line);
    anchored.set(node, tree);
    return tree;
  };
  const treeAt = (node: Node, line: number): Yaml => {
    if (isScalar(node)) return scalar(node, line, node.range ? at(node.range[0], 1) : line);
    if (isSeq<Node>(node)) return { type: 'list', line, items: node.items.map((item) => read(item, line)) };
    if (!isMap<Node, Node | null>(node)) return { type: 'nothing', line };
    const fields = node.items
      .filter(isPair<Node, Node | null>)
      .map(({ key, value }): readonly [string, YamlField] => {
        const name = read(key, line);
        return [name.type === 'text' ? name.text : '', { line: name.line, value: read(value, name.line) }];
      });
    return { type: 'map', line, fields: merged(fields) };
  };
  return read(document.contents, 1);
};

/** What `<<` brings along stands behind what a map says itself. */
const merged = (fields: readonly (readonly [string, YamlField])[]): ReadonlyMap<string, YamlField> => {
  const own = new Map(fields.filter(([name]) => name !== '<<'));
  const brought = fields
    .filter(([name]) => name === '<<')
    .flatMap(([, { value }]) => (value.type === 'list' ? value.items : [value]))
    .flatMap((each) => (each.type === 'map' ? [...each.fields] : []));
  return brought.length === 0 ? own : new Map([...brought.toReversed(), ...own]);
};

const scalar = ({ value, source, type: style }: Scalar, line: number, next: number): Yaml => {
  if (value === null) return { type: 'nothing', line };
  const isBlock = style === 'BLOCK_LITERAL' || style === 'BLOCK_FOLDED';
  return {
    type: 'text',
    line,
    text: typeof value === 'string' ? value : (source ?? String(value)),
    value,
    textLine: isBlock ? next : line,
    isByLines: style === 'BLOCK_LITERAL',
  };
};

/** The field of a map; nothing where there is none, or it is no map. */
export const fieldOf = (yaml: Yaml, name: string): Yaml | undefined => {
  const value = yaml.type === 'map' ? yaml.fields.get(name)?.value : undefined;
  return value?.type === 'nothing' ? undefined : value;
};
/** The text of such a field. */
export const textOf = (yaml: Yaml, name: string): string | undefined => {
  const value = fieldOf(yaml, name);
  return value?.type === 'text' ? value.text : undefined;
};
/** The items of a list; none where there is no list. */
export const itemsOf = (yaml: Yaml | undefined): readonly Yaml[] => (yaml?.type === 'list' ? yaml.items : []);
/** The fields of a map; none where there is no map. */
export const fieldsOf = (yaml: Yaml | undefined): readonly (readonly [string, YamlField])[] =>
  yaml?.type === 'map' ? [...yaml.fields] : [];

/** The same as plain data, without its lines. */
export const plainOf = (yaml: Yaml): unknown => {
  switch (yaml.type) {
    case 'text':
      return yaml.value;
    case 'list':
      return yaml.items.map(plainOf);
    case 'map':
      return Object.fromEntries([...yaml.fields].map(([name, { value }]) => [name, plainOf(value)]));
    case 'nothing':
      return null;
  }
};
