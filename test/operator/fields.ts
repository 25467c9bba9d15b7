/** What converting needs to know beside the object: whose it is, and the secrets of its namespace. */
export interface Context {
  readonly namespace: string;
  readonly name: string;
  /** Values of secrets, as `namespace/name` and then the key. */
  readonly secrets: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Writes one field of a custom resource into Alertmanager's configuration. */
export type Field = (value: unknown, at: string, context: Context) => Readonly<Record<string, unknown>>;
export type Fields = Readonly<Record<string, Field>>;

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const refused = (at: string, why: string): Error => new Error(`the operator refuses ${at}: ${why}`);

/** Converts field by field. A field that the table does not know is refused, as the API server and the operator do. */
export const convert = (
  fields: Fields,
  value: unknown,
  at: string,
  context: Context,
): Readonly<Record<string, unknown>> => {
  if (!isObject(value)) throw refused(at, `${JSON.stringify(value)} is no object`);
  return Object.entries(value).reduce((written, [name, each]) => {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (field === undefined)
      throw refused(`${at}.${name}`, `there is no such field among ${Object.keys(fields).join(', ')}`);
    return { ...written, ...field(each, `${at}.${name}`, context) };
  }, {});
};

/** As it is, if it is of that type; Go leaves out what is empty. */
export const as =
  (name: string, type: 'string' | 'boolean' | 'number'): Field =>
  (value, at) => {
    if (typeof value !== type) throw refused(at, `${JSON.stringify(value)} is no ${type}`);
    return value === '' || value === 0 ? {} : { [name]: value };
  };

export const textsOf = (value: unknown, at: string): readonly string[] => {
  if (!Array.isArray(value)) throw refused(at, 'it is no list');
  return value.map((each: unknown, i) => {
    if (typeof each !== 'string') throw refused(`${at}[${i}]`, 'it is no text');
    return each;
  });
};

export const texts =
  (name: string): Field =>
  (value, at) => {
    const written = textsOf(value, at);
    return written.length > 0 ? { [name]: written } : {};
  };

export const list =
  (name: string, fields: Fields): Field =>
  (value, at, context) => {
    if (!Array.isArray(value)) throw refused(at, 'it is no list');
    return value.length > 0
      ? { [name]: value.map((each, i) => convert(fields, each, `${at}[${i}]`, context)) }
      : {};
  };

/** A list of `{ key, value }` as a map. */
export const keyValues =
  (name: string): Field =>
  (value, at) => {
    if (!Array.isArray(value)) throw refused(at, 'it is no list');
    const pairs = value.map((each: unknown, i) => {
      const { key, value: text = '', ...unknown } = isObject(each) ? each : {};
      if (typeof key !== 'string' || typeof text !== 'string' || Object.keys(unknown).length > 0)
        throw refused(`${at}[${i}]`, 'it is no key and value');
      return [key, text];
    });
    return { [name]: Object.fromEntries(pairs) };
  };

/** A duration as the API server's pattern has it. */
export const duration =
  (name: string): Field =>
  (value, at) => {
    if (
      typeof value !== 'string' ||
      !/^((\d+)y)?((\d+)w)?((\d+)d)?((\d+)h)?((\d+)m)?((\d+)s)?((\d+)ms)?$/.test(value) ||
      value === ''
    )
      throw refused(at, `${JSON.stringify(value)} is no duration`);
    return { [name]: value };
  };

const secretValue: (value: unknown, at: string, context: Context) => string = (
  value,
  at,
  { namespace, secrets },
) => {
  const { name, key } = isObject(value) ? value : {};
  const unknown = Object.keys(isObject(value) ? value : {}).filter(
    (field) => !['name', 'key', 'optional'].includes(field),
  );
  if (unknown.length > 0) throw refused(at, `a reference to a secret has no ${unknown.join(', ')}`);
  const found = secrets[`${namespace}/${String(name)}`]?.[String(key)];
  if (found === undefined)
    throw refused(at, `there is no secret ${namespace}/${String(name)} with a key ${String(key)}`);
  return found;
};

export const secret =
  (name: string): Field =>
  (value, at, context) => ({ [name]: secretValue(value, at, context) });

/** A secret that must hold a URL. */
export const secretUrl =
  (name: string): Field =>
  (value, at, context) => {
    const text = secretValue(value, at, context).trim();
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url === undefined || !['http:', 'https:'].includes(url.protocol) || url.host === '')
      throw refused(at, 'the secret holds no URL of http or https');
    return { [name]: text };
  };

/** Names of receivers and time intervals become those of the whole Alertmanager by a prefix. */
export const prefixed = (text: string, { namespace, name }: Context): string =>
  `${namespace}/${name}/${text}`;
