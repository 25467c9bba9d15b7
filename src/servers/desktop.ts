import { spawn } from 'node:child_process';

/** What opens an address in the browser of whoever sits there; nothing where there is no desktop. */
const opener = (): readonly [program: string, ...args: string[]] | undefined => {
  switch (process.platform) {
    case 'darwin':
      return ['open'];
    default:
      return process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'] ? ['xdg-open'] : undefined;
  }
};

/** Opens an address in the browser, where there is a desktop. Where that fails, the address was printed. */
export const openInBrowser = (url: string): void => {
  const [program, ...args] = opener() ?? [];
  if (program === undefined) return;
  const child = spawn(program, [...args, url], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
};
