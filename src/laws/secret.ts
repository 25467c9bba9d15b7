import { atField, isObject } from '#ground/field.js';
import { isTelling } from '#ground/secret.js';
import type { Rendered } from '#imports/render.js';
import type { Fault } from '#ground/fault.js';
import type { Law } from './law.js';
import { spelledOut } from './spelled.js';
import { inEach } from './apart.js';

/** What gives secrets away, by the forms that their issuers document. */
export const forms: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['an incoming webhook of Slack', /hooks\.slack\.com\/(services|workflows|triggers)\/\S+/],
  ['a webhook of Discord', /\bdiscord(app)?\.com\/api\/webhooks\/\d+\/\S+/],
  ['a workflow of Microsoft Teams', /\bhttps:\/\/\S+\/workflows\/\S+[?&]sig=\S+/],
  ['an incoming webhook of Microsoft Teams', /\bwebhook\.office\.com\/webhookb2\/\S+/],
  ['a webhook of Google Chat', /\bchat\.googleapis\.com\/v1\/spaces\/\S+[?&]token=\S+/],
  ['a token of a bot of Telegram', /\b\d{8,10}:[\w-]{35}\b/],
  ['a token of Slack', /\bxox[abeoprs]-[\w-]{8,}/],
  ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  ['an access key of AWS', /\b(AKIA|ASIA)[A-Z0-9]{16}\b/],
  ['a token of GitHub', /\b(gh[oprsu]_\w{36}|github_pat_\w{22,})/],
  ['a JSON web token', /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\./],
  ['a password in a URL', /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@'"]*:[^\s/@'"$]+@/],
];

/** What a text gives away; what is no issuer's own form may still be spelled out. */
export const givenAway = (text: string): readonly string[] => {
  const known = forms.filter(([, pattern]) => pattern.test(text)).map(([what]) => what);
  return known.length > 0 ? known : spelledOut(text);
};

/** Every text of a manifest, with the path of its field. */
const texts = (value: unknown, field: string): readonly (readonly [field: string, text: string])[] => {
  if (typeof value === 'string') return [[field, value]];
  if (Array.isArray(value)) return value.flatMap((each: unknown, i) => texts(each, `${field}[${i}]`));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, each]) => texts(each, field === '' ? key : `${field}.${key}`));
};

/** Plain values of environment variables whose names say that they are secret. */
const plainVariables = (value: unknown, field: string): readonly string[] => {
  if (Array.isArray(value))
    return value.flatMap((each: unknown, i) => plainVariables(each, `${field}[${i}]`));
  if (!isObject(value)) return [];
  const { name, value: plain } = value;
  const here =
    typeof name === 'string' && typeof plain === 'string' && isTelling(name) ? [`${field}.value`] : [];
  return [
    ...here,
    ...Object.entries(value).flatMap(([key, each]) =>
      plainVariables(each, field === '' ? key : `${field}.${key}`),
    ),
  ];
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
    ...texts(object.manifest, '').flatMap(([field, text]) =>
      givenAway(text).map((what) => fault(object, field, what)),
    ),
    ...plainVariables(object.manifest, '').map((field) =>
      fault(object, field, 'the value of a secret variable'),
    ),
  ]),
);
