import {
  type Yaml,
  type YamlFault,
  type YamlText,
  fieldOf,
  fieldsOf,
  itemsOf,
  textOf,
  yamlDocuments,
} from './yaml-tree.js';

/** A file as somebody gives it. */
export interface GivenFile {
  /** As faults tell it. */
  readonly file: string;
  readonly text: string;
}

/** One document of a file: an object of Kubernetes, or what a program reads as its configuration. */
export interface Written {
  readonly file: string;
  readonly root: Yaml;
  /** The kind of the object; nothing where it is none. */
  readonly kind?: string;
  /** The ConfigMap or Secret that holds it as one of its files. */
  readonly within?: { readonly object: Yaml; readonly key: string };
  /** Why it is no YAML, or none that a program reads. */
  readonly faults: readonly YamlFault[];
}

/** All documents of a file: Lists of Kubernetes are taken apart, and files in ConfigMaps and Secrets stand beside their object. */
export const writtenIn = ({ file, text }: GivenFile): readonly Written[] =>
  yamlDocuments(text).flatMap(({ root, faults }) => {
    const [first = described(file, root), ...others] = objectsIn(root).flatMap((each): readonly Written[] => [
      described(file, each),
      ...filesOf(file, each),
    ]);
    // What is no YAML is told once, of the first that is read of it.
    return first.root.type === 'nothing' && faults.length === 0 ? others : [{ ...first, faults }, ...others];
  });

const described = (file: string, root: Yaml): Written => {
  const kind = textOf(root, 'kind');
  return { file, root, faults: [], ...(kind !== undefined && { kind }) };
};

const objectsIn = (root: Yaml): readonly Yaml[] => {
  const isList = root.type === 'list' || /List$/.test(textOf(root, 'kind') ?? '');
  const items = root.type === 'list' ? root.items : itemsOf(fieldOf(root, 'items'));
  const areObjects = items.length > 0 && items.every((item) => textOf(item, 'kind') !== undefined);
  return isList && areObjects ? items.flatMap(objectsIn) : root.type === 'nothing' ? [] : [root];
};

/** Lines of a text within a file; where they cannot be told apart, the one in which it begins. */
const lineWithin =
  ({ textLine, isByLines }: YamlText) =>
  (line: number): number =>
    isByLines ? textLine + line - 1 : textLine;

const filesOf = (file: string, object: Yaml): readonly Written[] => {
  const kind = textOf(object, 'kind');
  if (kind !== 'ConfigMap' && kind !== 'Secret') return [];
  const encoded = fieldsOf(fieldOf(object, 'data')).map(
    ([key, { value }]) => [key, decoded(value, kind)] as const,
  );
  const plain = fieldsOf(fieldOf(object, 'stringData')).map(([key, { value }]) => [key, value] as const);
  return [...encoded, ...plain].flatMap(([key, value]) =>
    value.type === 'text' && /^\s*["']?\w+["']?:/m.test(value.text)
      ? yamlDocuments(value.text, lineWithin(value)).map(({ root, faults }) => ({
          ...described(file, root),
          within: { object, key },
          faults,
        }))
      : [],
  );
};

/** What a Secret holds is written in base64. */
const decoded = (value: Yaml, kind: string): Yaml =>
  kind === 'Secret' && value.type === 'text'
    ? { ...value, text: Buffer.from(value.text, 'base64').toString('utf8'), isByLines: false }
    : value;
