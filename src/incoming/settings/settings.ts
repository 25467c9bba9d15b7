import type { Secret } from '#ground/secret.js';
import { type Yaml, fieldOf, fieldsOf, itemsOf, textOf } from '#ground/yaml-tree.js';
import type { Form } from '#routing/read/field.js';
import type { SecretNames } from './secrets.js';

/** Words that the operator writes in capitals. */
const capitals: Readonly<Record<string, string>> = {
  url: 'URL',
  id: 'ID',
  arn: 'ARN',
  tls: 'TLS',
  html: 'html',
};

/** A field of alertmanager.yml as the operator calls it: `api_url` is `apiURL`. */
export const operatorName = (name: string): string =>
  name
    .split('_')
    .map((word, i) =>
      i === 0 ? word : (capitals[word] ?? `${word.charAt(0).toUpperCase()}${word.slice(1)}`),
    )
    .join('');

/** The settings of an integration, each read once: what nobody reads is left out, and told. */
export interface Settings {
  /** The file in which they stand. */
  readonly file: string;
  /** A text that is only looked at. */
  readonly peek: (name: string) => string | undefined;
  readonly text: (name: string) => string | undefined;
  readonly truth: (name: string) => boolean | undefined;
  readonly number: (name: string) => number | undefined;
  /** A secret that stands there, is named there, or stands in a file: `url`, `url_file`. */
  readonly secret: (name: string, key: string) => Secret | undefined;
  readonly below: (name: string) => Settings | undefined;
  readonly items: (name: string) => readonly Yaml[];
  /** A map of texts, or the operator's list of `key` and `value`. */
  readonly texts: (name: string) => Readonly<Record<string, string>>;
  /** A map of lists of texts. */
  readonly lists: (name: string) => Readonly<Record<string, readonly string[]>>;
  /** The fields that were not read. */
  readonly unread: () => readonly string[];
}

/** Where settings stand, and how secrets of theirs are named. */
export interface Around {
  readonly form: Form;
  readonly file: string;
  /** By what a secret is named: the receiver. */
  readonly owner: string;
  /** What they are of: `slack of receiver oncall`. */
  readonly of: string;
  readonly secrets: SecretNames;
}

export const settingsOf = (yaml: Yaml, around: Around): Settings => {
  const { form, file, owner, of, secrets } = around;
  const isOperators = form === 'AlertmanagerConfig';
  const read = new Set<string>();
  const inner: [string, Settings][] = [];
  const field = (name: string): Yaml | undefined => {
    const known = isOperators ? operatorName(name) : name;
    read.add(known);
    return fieldOf(yaml, known);
  };
  const text = (name: string): string | undefined => {
    const value = field(name);
    return value?.type === 'text' ? value.text : undefined;
  };
  const secret: Settings['secret'] = (name, key) => {
    const [value, fromFile] = [field(name), text(`${name}_file`)];
    const what = `${of}: ${name}`;
    const place = { file, line: value?.line ?? yaml.line };
    if (value?.type === 'map') {
      const [kept, its] = ['name', 'key'].map((each) => textOf(value, each));
      return kept === undefined || its === undefined ? undefined : secrets.kept(kept, its, what, place);
    }
    const known = value?.type === 'text' ? value.text : fromFile;
    return known === undefined || known === '' ? undefined : secrets.named(known, owner, key, what, place);
  };
  const isTrue = /^(true|yes|on)$/i;
  return {
    file,
    peek: (name) => textOf(yaml, isOperators ? operatorName(name) : name),
    text,
    secret,
    truth: (name) => {
      const value = text(name);
      return value === undefined ? undefined : isTrue.test(value);
    },
    number: (name) => {
      const value = text(name);
      return value === undefined || !Number.isFinite(Number(value)) ? undefined : Number(value);
    },
    below: (name) => {
      const value = field(name);
      if (value?.type !== 'map') return undefined;
      const settings = settingsOf(value, around);
      inner.push([isOperators ? operatorName(name) : name, settings]);
      return settings;
    },
    items: (name) => itemsOf(field(name)),
    texts: (name) => {
      const value = field(name);
      const pairs = itemsOf(value).map(
        (each) => [textOf(each, 'key') ?? '', textOf(each, 'value') ?? ''] as const,
      );
      const named = fieldsOf(value).map(
        ([key, { value: its }]) => [key, its.type === 'text' ? its.text : ''] as const,
      );
      return Object.fromEntries([...named, ...pairs]);
    },
    lists: (name) =>
      Object.fromEntries(
        fieldsOf(field(name)).map(([key, { value: its }]) => [
          key,
          itemsOf(its).flatMap((each) => (each.type === 'text' ? [each.text] : [])),
        ]),
      ),
    unread: () => [
      ...fieldsOf(yaml).flatMap(([name]) => (read.has(name) ? [] : [name])),
      ...inner.flatMap(([name, settings]) => settings.unread().map((each) => `${name}.${each}`)),
    ],
  };
};
