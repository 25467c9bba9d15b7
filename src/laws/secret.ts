import { atField, isObject } from '#ground/field.js';
import { isTelling } from '#ground/secret.js';
import type { Rendered } from '#imports/render.js';
import type { Fault } from '#ground/fault.js';
import type { Law } from './law.js';
import { spelledOut } from './spelled.js';
import { inEach } from './apart.js';

/**
 * What gives secrets away, by the forms that their issuers document, with a text that is in each: what does not have it need not be searched
 * for the form.
 */
export const forms: readonly (readonly [what: string, pattern: RegExp, has: string])[] = [
  [
    'an incoming webhook of Slack',
    /hooks\.slack\.com\/(services|workflows|triggers)\/\S+/,
    'hooks.slack.com',
  ],
  ['a webhook of Discord', /\bdiscord(app)?\.com\/api\/webhooks\/\d+\/\S+/, '/api/webhooks/'],
  ['a workflow of Microsoft Teams', /\bhttps:\/\/\S+\/workflows\/\S+[?&]sig=\S+/, 'sig='],
  ['an incoming webhook of Microsoft Teams', /\bwebhook\.office\.com\/webhookb2\/\S+/, 'webhook.office.com'],
  [
    'a webhook of Google Chat',
    /\bchat\.googleapis\.com\/v1\/spaces\/\S+[?&]token=\S+/,
    'chat.googleapis.com',
  ],
  ['a token of a bot of Telegram', /\b\d{8,10}:[\w-]{35}\b/, ':'],
  ['a token of Slack', /\bxox[abeoprs]-[\w-]{8,}/, 'xox'],
  ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/, 'PRIVATE KEY'],
  ['an access key of AWS', /\b(AKIA|ASIA)[A-Z0-9]{16}\b/, 'IA'],
  ['a token of GitHub', /\b(gh[oprsu]_\w{36}|github_pat_\w{22,})/, '_'],
  ['a JSON web token', /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\./, '.eyJ'],
  ['a password in a URL', /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@'"]*:[^\s/@'"$]+@/, '@'],
];

/** What a text gives away; what is no issuer's own form may still be spelled out. */
export const givenAway = (text: string): readonly string[] => {
  const known = forms
    .filter(([, pattern, has]) => text.includes(has) && pattern.test(text))
    .map(([what]) => what);
  return known.length > 0 ? known : spelledOut(text);
};

/** Every text of a manifest, with the path of its field. */
const texts = (value: unknown, field: string): readonly (readonly [field: string, text: string])[] => {
  if (typeof value === 'string') return [[field, value]];
  if (Array.isArray(value)) return value.flatMap((each: unknown, i) => texts(each, `${field}[${i}]`));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, each]) => texts(each, field === '' ? key : `${field}.${key}`));
};

const isPlainVariable = ({ name, value }: Readonly<Record<string, unknown>>): boolean =>
  typeof name === 'string' && typeof value === 'string' && isTelling(name);

/** Plain values of environment variables whose names say that they are secret. */
const plainVariables = (value: unknown, field: string): readonly string[] => {
  if (Array.isArray(value))
    return value.flatMap((each: unknown, i) => plainVariables(each, `${field}[${i}]`));
  if (!isObject(value)) return [];
  return [
    ...(isPlainVariable(value) ? [`${field}.value`] : []),
    ...Object.entries(value).flatMap(([key, each]) =>
      plainVariables(each, field === '' ? key : `${field}.${key}`),
    ),
  ];
};

/** What no form reaches across, and no way to spell a secret out. */
const between = '\n\0\n';

/** All texts of a manifest, one after the other: most give nothing away, and are searched at once. */
const wholeText = (manifest: unknown): string => {
  const found: string[] = [];
  const gather = (value: unknown): void => {
    if (typeof value === 'string') found.push(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(gather);
  };
  gather(manifest);
  return found.join(between);
};

/** Whether a manifest has a plain value of a variable whose name says that it is secret. */
const hasPlainVariable = (value: unknown): boolean => {
  if (Array.isArray(value)) return value.some(hasPlainVariable);
  if (!isObject(value)) return false;
  return isPlainVariable(value) || Object.values(value).some(hasPlainVariable);
};

const cure = 'put it into a Secret and refer to it with secret(name, key)';

// The text is the secret: it is not repeated where it may end up in a log.
const fault = ({ path }: Rendered, field: string, what: string): Fault => ({
  where: atField(path, field),
  what: '(not shown)',
  code: 'secret-in-the-open',
  why: `${what} would be committed and readable by everybody`,
  cure,
});

/** Manifests are committed: whatever is in one is known to everybody who reads the repository, for ever. */
export const nothingSecret: Law = inEach(({ objects, others = [] }) =>
  [...objects, ...others].flatMap((object) => [
    ...(object.manifest.kind === 'Secret' ? [fault(object, 'kind', 'a Secret')] : []),
    ...(givenAway(wholeText(object.manifest)).length === 0 ? [] : texts(object.manifest, '')).flatMap(
      ([field, text]) => givenAway(text).map((what) => fault(object, field, what)),
    ),
    ...(hasPlainVariable(object.manifest) ? plainVariables(object.manifest, '') : []).map((field) =>
      fault(object, field, 'the value of a secret variable'),
    ),
  ]),
);
