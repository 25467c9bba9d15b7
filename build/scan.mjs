// Looks for secrets in all that is committed, by the rules of secretlint: a part of `npm run lint`. It tells where one stands and of which kind
// it is, never the text.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createEngine } from '@secretlint/node';
import { secretLintProfiler } from '@secretlint/profiler';
import { allowed } from './scan-allowed.mjs';

// It looks through all that it has noted at each note: of thousands of files that takes half a minute, and the scan a second.
secretLintProfiler.mark = () => {};

/** What is committed, or is to be: files that git knows, as they stand here. Of others git commits nothing. */
const tracked = () => {
  const listed = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8', maxBuffer: Infinity });
  return listed.split('\0').filter((file) => file !== '' && existsSync(file));
};

const engine = await createEngine({
  configFileJSON: { rules: [{ id: '@secretlint/secretlint-rule-preset-recommend' }] },
  formatter: 'json',
  color: false,
  maskSecrets: false,
});

/** What a file has that looks like a secret, with the text, which is not told. */
const foundIn = async (file) => {
  const content = readFileSync(file, 'utf8');
  const { output } = await engine.executeOnContent({ content, filePath: file });
  return JSON.parse(output).flatMap(({ messages }) =>
    messages.map(({ range, loc, ruleId, messageId }) => ({
      ...{ file, line: loc.start.line, column: loc.start.column + 1 },
      text: content.slice(...range),
      kind: `${messageId} of ${ruleId}`,
    })),
  );
};

/** A rule may take what stands behind an address with it: a quote, a bracket. */
const isText = (found, text) => found.startsWith(text) && /^[^\w/]*$/.test(found.slice(text.length));
/** The list of what is allowed has each text too. */
const isAllowed = ({ file, text }) =>
  allowed.some((each) => [each.file, 'build/scan-allowed.mjs'].includes(file) && isText(text, each.text));

const files = tracked();
const found = (await Promise.all(files.map(foundIn))).flat();
const secrets = found.filter((each) => !isAllowed(each));
const idle = allowed.filter(
  ({ file, text }) =>
    files.includes(file) && !found.some((each) => each.file === file && isText(each.text, text)),
);

for (const { file, line, column, kind } of secrets)
  console.error(
    `${file}:${line}:${column}: this looks like a secret (${kind}), which everybody who reads the repository would have; put it into a Secret and refer to that. Where it is an example, say so in build/scan-allowed.mjs`,
  );
for (const { file } of idle)
  console.error(
    `${file}: what is allowed there stands there no more; leave it out of build/scan-allowed.mjs`,
  );
if (secrets.length + idle.length > 0) process.exitCode = 1;
else console.log(`No secrets in ${files.length} ${files.length === 1 ? 'file' : 'files'}.`);
