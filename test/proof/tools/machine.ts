import { chmod, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Package } from '#proof/tools/requirements.js';
import { type Surroundings, programsOnPath } from '#proof/tools/search.js';

/** A program that answers `--version` as those of the Prometheus project do. */
export const program = (name: string, version: string): string =>
  `#!/bin/sh\necho "${name}, version ${version} (branch: HEAD, revision: 225c61122d88)"\n`;

/** What the distribution's archive holds: for each package its programs by file name. */
export type Archive = Readonly<Partial<Record<Package | Needed, Readonly<Record<string, string>>>>>;

/** What Chromium needs, and what its fonts are. */
type Needed = 'libnss3' | 'libc6' | 'debconf' | 'fonts-nanum' | 'fonts-inter' | 'fonts-dejavu-core';

/** Chromium as Debian has it, which tells by what it was started, and packages on which it depends. */
export const withChromium: Archive = {
  'chromium-headless-shell': {
    'chromium-headless-shell': '#!/bin/sh\nexec /usr/lib/chromium/chromium-headless-shell "$@"\n',
    '../lib/chromium/chromium-headless-shell':
      '#!/bin/sh\necho "Chromium 156.0.8078.108 $LD_LIBRARY_PATH $FONTCONFIG_FILE"\n',
  },
  libnss3: { '../lib/x86_64-linux-gnu/libnss3.so': '' },
  libc6: { '../lib/x86_64-linux-gnu/libc.so.6': '' },
  ...{ debconf: {}, 'fonts-nanum': {}, 'fonts-inter': {}, 'fonts-dejavu-core': {} },
};

/** From Debian 13 on promtool is a package of its own. */
export const debian13: Archive = {
  promtool: { promtool: program('promtool', '2.53.3+ds1') },
  prometheus: { prometheus: program('prometheus', '2.53.3+ds1') },
  'prometheus-alertmanager': {
    amtool: program('amtool', '0.28.1+ds'),
    'prometheus-alertmanager': program('alertmanager', '0.28.1+ds'),
  },
};

export const debian12: Archive = {
  prometheus: { promtool: program('promtool', '2.42.0+ds'), prometheus: program('prometheus', '2.42.0+ds') },
  'prometheus-alertmanager': {
    amtool: program('amtool', '0.25.0'),
    'prometheus-alertmanager': program('alertmanager', '0.25.0'),
  },
};

/** A machine of its own in a folder: the programs on its PATH, the archive it can fetch from, the project's cache. */
export interface Machine extends Surroundings {
  readonly folder: string;
  readonly announced: readonly string[];
  /** What apt-get was asked for, call by call. */
  readonly asked: () => Promise<readonly string[]>;
  readonly install: (programs: Readonly<Record<string, string>>) => Promise<void>;
  readonly uninstall: (file: string) => Promise<void>;
}

export const machine = async (programs: Readonly<Record<string, string>> = {}): Promise<Machine> => {
  const folder = await mkdtemp(join(tmpdir(), 'machine-'));
  const at = (...names: string[]) => join(folder, ...names);
  await mkdir(at('bin'));
  await writeFile(at('asked'), '');
  const announced: string[] = [];
  const install: Machine['install'] = async (files) => {
    for (const [file, text] of Object.entries(files)) {
      await writeFile(at('bin', file), text);
      await chmod(at('bin', file), 0o755);
    }
  };
  await install(programs);
  return {
    folder,
    searchPath: at('bin'),
    cacheFolder: at('cache'),
    announced,
    announce: (text) => announced.push(text),
    asked: async () => (await readFile(at('asked'), 'utf8')).split('\n').filter(Boolean),
    install,
    uninstall: (file) => rm(at('bin', file)),
  };
};

const has = (archive: Archive): string => ` ${Object.keys(archive).join(' ')} `;

// Told the suites of its sources it serves the newer archive, otherwise the system's own.
const aptGet = (folder: string, archive: Archive, newer: Archive): string => `#!/bin/sh
packages='${has(archive)}'; suite=stable
case "$*" in *Dir::Etc::sourcelist=*) packages='${has(newer)}'; suite=newer ;; esac
until [ "$1" = update ] || [ "$1" = download ] || [ "$1" = indextargets ] || [ "$1" = install ]; do shift; done
if [ "$1" = indextargets ]; then
  printf 'Elsewhere\\tmain\\thttp://elsewhere.example/\\nDebian\\tmain\\thttp://debian.example/debian/\\n'
  exit 0
fi
[ "$suite" = stable ] && echo "$*" >>'${folder}/asked'
if [ "$1" = install ]; then
  for package in $packages; do echo "'http://debian.example/$package.deb' $package"_1.0_all.deb 1; done
  exit 0
fi
[ "$1" = download ] || exit 0
shift
for package; do
  case "$packages" in
  *" $package "*) echo "$suite" >"$package"_1.0_all.deb ;;
  *) echo "E: Unable to locate package $package" >&2; exit 100 ;;
  esac
done
`;

const dpkgDeb = (folder: string): string => `#!/bin/sh
package=\${2##*/}
read -r suite <"$2"
/bin/mkdir -p "$3"/usr
/bin/cp -R '${folder}'/archive/"$suite"/"\${package%%_*}"/usr/. "$3"/usr
`;

// Where flock is not, a folder does as a lock: nobody is killed while holding it in these tests.
const flock = `#!/bin/sh
until /bin/mkdir "$1".held 2>/dev/null; do /bin/sleep 0.05; done
file=$1; shift; "$@"; /bin/rmdir "$file".held
`;

const putInto = async (folder: string, archive: Archive): Promise<void> => {
  for (const [name, programs] of Object.entries(archive)) {
    const bin = join(folder, name, 'usr', 'bin');
    await mkdir(bin, { recursive: true });
    for (const [file, text] of Object.entries(programs)) {
      await mkdir(dirname(join(bin, file)), { recursive: true });
      await writeFile(join(bin, file), text, { mode: 0o755 });
    }
  }
};

/** Gives the machine apt-get and dpkg-deb, what they fetch, and what the distribution's newest suite has. */
export const provideArchive = async (
  { folder, install }: Machine,
  archive: Archive,
  newer: Archive = {},
): Promise<void> => {
  await putInto(join(folder, 'archive', 'stable'), archive);
  await putInto(join(folder, 'archive', 'newer'), newer);
  await install({ 'apt-get': aptGet(folder, archive, newer), 'dpkg-deb': dpkgDeb(folder) });
  const [real] = await programsOnPath('flock', process.env['PATH'] ?? '');
  if (real === undefined) await install({ flock });
  else await symlink(real, join(folder, 'bin', 'flock')).catch(() => undefined);
};
