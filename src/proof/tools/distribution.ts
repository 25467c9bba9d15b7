import { existsSync } from 'node:fs';

/** What we know of a distribution beside what its archive tells. */
interface Distribution {
  /** The suite of its archive that has the newest packages. */
  readonly newest: string;
  /** Where it installs the keys of its archive. */
  readonly keyring: string;
}

/** By the origin that an archive signs. */
const distributions: ReadonlyMap<string, Distribution> = new Map([
  ['Debian', { newest: 'sid', keyring: '/usr/share/keyrings/debian-archive-keyring.gpg' }],
  ['Ubuntu', { newest: 'devel', keyring: '/usr/share/keyrings/ubuntu-archive-keyring.gpg' }],
]);

/** What `apt-get indextargets` is asked of each source, so that `newestSource` can read it. */
export const targetFormat = '$(ORIGIN)\t$(COMPONENT)\t$(REPO_URI)';

/**
 * The distribution's newest suite as a line of apt's sources: at the place from which the system's own suite comes.
 * Nothing where none of the sources is Debian's or Ubuntu's.
 */
export const newestSource = (targets: string): string | undefined => {
  for (const line of targets.split('\n')) {
    const [origin = '', component, place] = line.split('\t');
    const distribution = distributions.get(origin);
    if (distribution === undefined || component !== 'main' || place === undefined) continue;
    const { newest, keyring } = distribution;
    const signed = existsSync(keyring) ? `[signed-by=${keyring}] ` : '';
    return `deb ${signed}${place} ${newest} ${component}\n`;
  }
  return undefined;
};
