import { Buffer } from 'node:buffer';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

// jest loads this file outside its own module system, where TypeScript and its `.js` endings mean nothing: hence the bundle.
const tool = new URL('../src/proof/tools/tool.ts', import.meta.url);

/** Finds or fetches promtool and the others once, before the first test, so that no test waits for the network. */
export default async () => {
  // Folders of tests link it: what promtool answers in one is known in all, from the first on.
  mkdirSync(new URL('../.cache/proofs', import.meta.url), { recursive: true });
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(tool)],
    define: { 'import.meta.url': JSON.stringify(tool.href) },
    bundle: true,
    platform: 'node',
    format: 'esm',
    write: false,
  });
  const [{ contents }] = outputFiles;
  const { provideTools } = await import(
    `data:text/javascript;base64,${Buffer.from(contents).toString('base64')}`
  );
  await provideTools().catch((error) => {
    // What to install is all there is to read; jest would print the stack of the bundle under it.
    error.stack = '';
    throw error;
  });
};
