import { resolve } from 'node:path';
import { command } from '#command/files.js';
import { programOf } from '#proof/tools/tool.js';

const { version } = await programOf('promtool');

/** The folder of the sample files. */
export const files = resolve('test/proof/rules/files');

/** What `cheomseong prove` says over files of `folder`, without the release of promtool and how long it took. */
export const proved = async (
  args: readonly string[],
  { folder = files, colour = false }: { readonly folder?: string; readonly colour?: boolean } = {},
) => {
  const said = { out: '', err: '' };
  const to = (stream: 'out' | 'err') => ({
    write: (text: string) => void (said[stream] += text),
    isTTY: false,
  });
  const exitCode = await command(args, { out: to('out'), err: to('err'), colour, root: folder, folder });
  const out = said.out
    .replaceAll(version.text, 'X')
    .replace(/time="[\d.]+"/, 'time="…"')
    .replace(/"seconds": [\d.]+/, '"seconds": 0');
  return { ...said, out, exitCode };
};

/** The same once for the same words, of files that nobody changes. */
export const provedOnce = (() => {
  const said = new Map<string, ReturnType<typeof proved>>();
  return (...args: readonly string[]) => {
    const key = args.join(' ');
    const found = said.get(key) ?? proved(args);
    said.set(key, found);
    return found;
  };
})();
