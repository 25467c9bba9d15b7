import { stat } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { shared } from '#ground/cache.js';
import { run } from '#proof/tools/run.js';
import { programsOnPath } from '#proof/tools/search.js';
import { unpacked } from '../debian.js';

/** A Python that has what generated packages are used with, and the folders in which it has it. */
export interface Interpreter {
  readonly program: string;
  readonly libraries: readonly string[];
}

const packages = [
  ...['python3', 'python3-prometheus-client', 'python3-structlog', 'python3-fastapi', 'python3-uvicorn'],
  ...['python3-gunicorn', 'python3-celery', 'python3-django', 'python3-mypy', 'black'],
];
const modules = ['prometheus_client', 'structlog', 'fastapi', 'uvicorn', 'gunicorn', 'celery', 'django', 'mypy', 'black'];

/** A Python of the machine that has all of it. */
const atHand = async (): Promise<Interpreter | undefined> => {
  for (const program of await programsOnPath('python3', process.env['PATH'] ?? '')) {
    const { exitCode } = await run(program, ['-c', `import ${modules.join(', ')}`]);
    if (exitCode === 0) return { program, libraries: [] };
  }
  return undefined;
};

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

const ofDebian = async (): Promise<Interpreter> => {
  const root = await unpacked('python', packages, (pack) => /^(lib)?python3|^gunicorn$|^black$/.test(pack));
  const usr = join(root, 'usr');
  return { program: join(usr, 'bin', 'python3'), libraries: [join(usr, 'lib', 'python3', 'dist-packages')] };
};

let found: Promise<Interpreter> | undefined;

/** Debian's, where it was fetched before; else the machine's own, where it has all libraries; else Debian's, fetched. */
export const interpreter = (): Promise<Interpreter> =>
  (found ??= (async () => {
    const isFetched = await isThere(shared('tools', `${process.platform}-${process.arch}`, 'python'));
    return isFetched ? ofDebian() : ((await atHand()) ?? ofDebian());
  })());

/** What stands in for libraries that Debian does not have, and the runner of suites. */
export const support = fileURLToPath(new URL('support', import.meta.url));

/** The variables with which it finds its libraries, and modules in these folders before them. */
export const environment = (
  { libraries }: Interpreter,
  folders: readonly string[],
): Readonly<Record<string, string>> => ({
  PYTHONPATH: [...folders, ...libraries].join(delimiter),
  PYTHONDONTWRITEBYTECODE: '1',
  PYTHONNOUSERSITE: '1',
  PYTHONUNBUFFERED: '1',
});
