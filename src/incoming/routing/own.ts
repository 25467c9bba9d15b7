import { type Yaml, fieldsOf, textOf } from '#ground/yaml-tree.js';
import type { Secret } from '#ground/secret.js';
import type { Integration } from '#routing/receiver/receiver.js';
import { rings } from '#routing/read/receiver.js';
import { type Code, arrow, called, list, object, verbatim } from '#incoming/code/code.js';
import { quoted } from '#incoming/code/text.js';
import { plainCode, secretCode } from '#incoming/settings/plain-code.js';
import { type Around, operatorName } from '#incoming/settings/settings.js';

/** An integration that is written out as it stands, since no word of ours says it. */
export interface WrittenOut {
  readonly code: Code;
  readonly integration: Integration;
}

/** Fields that hold what nobody is to read; of VictorOps `routing_key` is a team's name. */
const secretNames =
  /^(api_key|api_secret|api_token|token|user_key|routing_key|service_key|integration_key|bot_token|auth_password|auth_secret|credentials|password|bearer_token|webhook_url|access_key|secret_key)$/;

const isSecretHere = (service: string, name: string, text: string): boolean =>
  (secretNames.test(name) && !(service === 'victorops' && name === 'routing_key')) ||
  (/url$/.test(name) &&
    (/^(slack|discord|msteams|rocketchat|webhook)/.test(service) || /\/\/[^/]*@/.test(text)));

/** `webhookURL` of the operator as alertmanager.yml calls it. */
const snake = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();

/** What an entry of a list says, with a secret in the place of each that stands there. */
type Said = string | number | boolean | Secret | readonly Said[] | { readonly [name: string]: Said };

interface Reading extends Around {
  readonly service: string;
  readonly found: Set<unknown>;
}

const saidOf = (yaml: Yaml, name: string, reading: Reading): Said => {
  const { form, file, owner, of, secrets, service, found } = reading;
  const place = { file, line: yaml.line };
  const noted = (secret: Secret): Secret => {
    found.add(secret);
    return secret;
  };
  switch (yaml.type) {
    case 'list':
      return yaml.items.map((each) => saidOf(each, name, reading));
    case 'map': {
      const [kept, key] = ['name', 'key'].map((each) => textOf(yaml, each));
      if (form === 'AlertmanagerConfig' && kept !== undefined && key !== undefined)
        return noted(secrets.kept(kept, key, `${of}: ${name}`, place));
      return Object.fromEntries(
        fieldsOf(yaml).map(([field, { value }]) => {
          const theirs = form === 'AlertmanagerConfig' ? snake(field) : field;
          const plain = theirs.replace(/_file$/, '');
          return [plain, saidOf(value, plain, reading)];
        }),
      );
    }
    case 'text':
      return isSecretHere(service, name, yaml.text)
        ? noted(secrets.named(yaml.text, owner, snake(name).replaceAll('_', '-'), `${of}: ${name}`, place))
        : typeof yaml.value === 'boolean' || typeof yaml.value === 'number'
          ? yaml.value
          : yaml.text;
    case 'nothing':
      return '';
  }
};

const isFields = (said: Said): said is { readonly [name: string]: Said } =>
  typeof said === 'object' && !Array.isArray(said);

/** As the operator writes it: other names, and secrets by theirs. */
const forOperator = (said: Said, found: ReadonlySet<unknown>): unknown => {
  if (found.has(said) || !isFields(said)) return said;
  return Object.fromEntries(
    Object.entries(said).map(([name, value]) => [operatorName(name), forOperator(value, found)]),
  );
};

/** As alertmanager.yml has it, with the files of secrets. */
const fileCode = (said: Said, found: ReadonlySet<unknown>): Code => {
  if (!isFields(said) || found.has(said)) return plainCode(said, found);
  return object(
    Object.fromEntries(
      Object.entries(said).map(([name, value]) =>
        isNamed(value, found)
          ? [`${name}_file`, called('fileOf', secretCode(value))]
          : [name, fileCode(value, found)],
      ),
    ),
  );
};
const isNamed = (said: Said, found: ReadonlySet<unknown>): said is Secret => found.has(said);

/** `integration('webex', { address: …, secrets: […], operator: () => (…), file: (fileOf) => (…) })`. */
export const writtenOut = (
  service: string,
  yaml: Yaml,
  around: Around,
  sendResolved: boolean,
): WrittenOut => {
  const found = new Set<unknown>();
  const all = saidOf(yaml, service, { ...around, service, found });
  const { send_resolved: _, ...said } = isFields(all) ? all : {};
  const secrets = [...found].flatMap((each) => (isNamedSecret(each) ? [each] : []));
  const address = `${service} of ${around.owner}`;
  const operated = forOperator(said, found);
  return {
    code: called(
      'integration',
      verbatim(quoted(service)),
      object({
        address: verbatim(quoted(address)),
        secrets: list(secrets.map(secretCode)),
        operator: arrow('()', plainCode(operated, found)),
        file: arrow('(fileOf)', fileCode(said, found)),
        sendResolved: sendResolved ? undefined : verbatim('false'),
        pages: rings(service) ? verbatim('true') : undefined,
      }),
    ),
    integration: {
      ...{ integration: 'own', service, address, secrets, sendResolved, pages: rings(service) },
      operator: () => (typeof operated === 'object' && operated !== null ? operated : {}),
      file: () => said,
      templates: () => ({}),
    },
  };
};

const isNamedSecret = (value: unknown): value is Secret =>
  typeof value === 'object' && value !== null && 'name' in value && 'key' in value;
