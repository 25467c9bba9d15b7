import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Apt, type AptIn, complaints } from './apt.js';
import type { Package } from './requirements.js';
import { type Outcome, run } from './run.js';

/** What of a closure is unpacked: libraries, fonts and the program. A C library is on every machine, and there may be but one. */
const isWanted = (pack: string): boolean =>
  /^(lib|zlib1g|fonts|fontconfig-config|chromium)/.test(pack) && pack !== 'libc6';

/** The packages on which these depend, with themselves: as on a machine without any, since what this one has may be of another release. */
const closureOf = async (
  apt: Apt,
  update: Outcome,
  folder: string,
  packages: readonly string[],
): Promise<readonly string[]> => {
  const status = join(folder, 'status');
  await writeFile(status, '');
  const ask = [
    'install',
    '--print-uris',
    '-qq',
    '--no-install-recommends',
    '-o',
    `Dir::State::status=${status}`,
  ];
  const asked = await apt(...ask, ...packages);
  const found = [...asked.stdout.matchAll(/^'[^']+' ([^_\s]+)_/gm)].flatMap(([, pack = '']) =>
    isWanted(pack) ? [pack] : [],
  );
  if (asked.exitCode !== 0 || found.length === 0) throw new Error(complaints(update, asked));
  return found;
};

/** What a program is started by that lies with its libraries and fonts in a folder of no fixed place. */
const launcher = (program: string): string => `#!/bin/sh
here=$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd)
for folder in "$here"/lib/*-linux-* "$here"/lib/*-linux-*/nss "$here"/lib/*-linux-*/pulseaudio "$here"/root-lib/*-linux-*; do
  [ -d "$folder" ] && LD_LIBRARY_PATH="\${LD_LIBRARY_PATH:+$LD_LIBRARY_PATH:}$folder"
done
export LD_LIBRARY_PATH
export FONTCONFIG_FILE="$here/fonts.conf"
exec "$here/${program}" "$@"
`;

/** Fonts are those that were fetched, and no others: a picture is then the same on every machine. */
const fontsConf = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
  <alias><family>sans-serif</family><prefer><family>Inter</family><family>NanumGothic</family></prefer></alias>
  <alias><family>monospace</family><prefer><family>DejaVu Sans Mono</family><family>NanumGothicCoding</family></prefer></alias>
</fontconfig>
`;

/**
 * Unpacks a program with all on which it depends, and hands back their common `/usr`, from which it starts wherever that lies.
 * Other programs may lie in the same folder: it works in one of its own below.
 *
 * @param update What came of updating apt's lists, of which is told where it was why they have not all of it.
 * @throws Error where the archive has not all of it.
 */
export const unpackClosure = async (
  aptIn: AptIn,
  update: Outcome,
  dpkgDeb: string,
  folder: string,
  pack: Package,
  beside: readonly string[],
): Promise<string> => {
  const own = join(folder, pack);
  await mkdir(own);
  const apt = aptIn(own);
  const wanted = await closureOf(apt, update, own, [pack, ...beside]);
  const download = await apt('download', ...wanted);
  if (download.exitCode !== 0) throw new Error(complaints(download));
  const root = join(own, 'root');
  for (const file of (await readdir(own)).filter((each) => each.endsWith('.deb'))) {
    const { exitCode, stderr } = await run(dpkgDeb, ['-x', join(own, file), root]);
    if (exitCode !== 0) throw new Error(`dpkg-deb could not unpack ${file}: ${stderr.trim()}`);
  }
  const usr = join(root, 'usr');
  // Older releases have libraries of the system beside /usr.
  await rename(join(root, 'lib'), join(usr, 'root-lib')).catch(() => undefined);
  await mkdir(join(usr, 'bin'), { recursive: true });
  await writeFile(join(usr, 'fonts.conf'), fontsConf);
  await writeFile(join(usr, 'bin', pack), launcher(`lib/chromium/${pack}`), { mode: 0o755 });
  return usr;
};
