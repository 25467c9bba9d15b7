import { type ScalarTag, parseAllDocuments } from 'yaml';

/**
 * What a reader of YAML 1.1 takes a text without quotes for, by the types of https://yaml.org/type/, as Python's and Ansible's
 * readers have them. The package's own YAML 1.1 lacks the value key, and takes numbers with exponents that they do not.
 */
const types: Readonly<Record<string, RegExp>> = {
  value: /^=$/,
  merge: /^<<$/,
  bool: /^(y|Y|yes|Yes|YES|n|N|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/,
  int: /^[-+]?(0b[01_]+|0[0-7_]+|0|[1-9][\d_]*|0x[\da-fA-F_]+|[1-9][\d_]*(:[0-5]?\d)+)$/,
  float:
    /^([-+]?(\d[\d_]*\.[\d_]*([eE][-+]\d+)?|\.\d[\d_]*([eE][-+]\d+)?|\d[\d_]*(:[0-5]?\d)+\.[\d_]*|\.(inf|Inf|INF))|\.(nan|NaN|NAN))$/,
  null: /^(~|null|Null|NULL|)$/,
  timestamp:
    /^\d{4}-(\d\d-\d\d|\d\d?-\d\d?([Tt]|[ \t]+)\d\d?:\d\d:\d\d(\.\d*)?([ \t]*(Z|[-+]\d\d?(:\d\d)?))?)$/,
};

/** These mean in both what they mean in 1.2: as JSON writes them. */
const alike = /^(true|false|null|-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?)$/;

const tags = Object.entries(types).map(([name, test]): ScalarTag => ({
  tag: `tag:example.org,2026:${name}`,
  default: true,
  test,
  resolve: (text) => (alike.test(text) ? JSON.parse(text) : `${name} of YAML 1.1: ${text}`),
}));

/** Every document of a text, as a reader of YAML 1.1 has it. */
export const readByOld = (text: string): readonly unknown[] => {
  // Line breaks in YAML 1.1, none in 1.2.
  const broken = text.replace(/[\u0085\u2028\u2029]/g, '\n');
  return parseAllDocuments(broken, {
    version: '1.1',
    schema: 'failsafe',
    customTags: (own) => [...tags, ...own],
  }).map((each) => {
    if (each.errors[0]) throw each.errors[0];
    const value: unknown = each.toJS();
    return value;
  });
};
