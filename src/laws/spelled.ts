/** What stands in the place of a secret: a variable, a blank to be filled in, a file. */
const standsFor = /^(\$|<|\{|\/|%|\*|…|\.\.\.|[A-Z_]+$)/;

const name = String.raw`\w*(?:pass(?:word|wd)?|secret|token|credentials?|rediscli_auth|(?:access|api|private|routing|secret)_?key)`;
const value = String.raw`["']?(?<value>[^\s"'\`,;)]+)`;

/** How secrets are written out in commands and sentences, with what would be one. */
const ways: readonly (readonly [what: string, pattern: RegExp])[] = [
  // Neither a matcher of PromQL, nor the name of a key that a file is read into.
  [
    'the value of a secret variable',
    new RegExp(String.raw`(?<![\w{-]|--from-file=|[{,]\s*)${name}=${value}`, 'gi'),
  ],
  ['a secret as an option', new RegExp(String.raw`(?<![\w-])--(?:[a-z]+-)*${name}[ =]${value}`, 'gi')],
  ['a login of curl', /\bcurl\b[^\n|]*\s(?:-u|--user)[ =]?["']?[^\s:"'$]+:(?<value>[^\s"'`]+)/g],
  ['a password of Redis', new RegExp(String.raw`\bredis-cli\b[^\n|]*\s-a\s+${value}`, 'g')],
  ['a password of MySQL', new RegExp(String.raw`\bmysql\w*\b[^\n|]*\s-p${value}`, 'g')],
  [
    'a header that authorizes',
    /\bauthorization:\s*(?:basic|bearer|geniekey|token)\s+(?<value>[^\s"'`]{6,})/gi,
  ],
  [
    'a password',
    /(?:\bpass(?:word|wd)|비밀번호|암호)(?::| is|은|는|가)\s*[`"'](?<value>(?=[^`"']*[\d!#%&*+?@^])[^\s`"']+)[`"']/gi,
  ],
];

/** A word without which no way is: most texts have none, and need not be searched for each. */
const mayBe = /pass|secret|token|credential|auth|_key|curl|redis-cli|mysql|비밀번호|암호/i;

/** What a text gives away by spelling it out, as a command or a sentence does; each once. */
export const spelledOut = (text: string): readonly string[] =>
  mayBe.test(text)
    ? ways
        .filter(([, pattern]) =>
          [...text.matchAll(pattern)].some(({ groups }) => !standsFor.test(groups?.['value'] ?? '')),
        )
        .map(([what]) => what)
    : [];
