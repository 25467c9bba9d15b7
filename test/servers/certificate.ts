import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '#proof/tools/run.js';
import { withFolder } from '../hosts/folder.js';

/** A certificate that has signed itself, with its key, as PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** Makes a certificate of a name by openssl, good for a day, so that no key is kept anywhere. */
export const certificateOf = (name: string): Promise<Certificate> =>
  withFolder({}, async (folder) => {
    const { exitCode, stderr } = await run(
      'openssl',
      [
        ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
        ...['-days', '1', '-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}`],
        ...['-keyout', 'key.pem', '-out', 'cert.pem'],
      ],
      { cwd: folder },
    );
    if (exitCode !== 0) throw new Error(`openssl: ${stderr}`);
    const [cert, key] = await Promise.all(
      ['cert.pem', 'key.pem'].map((file) => readFile(join(folder, file), 'utf8')),
    );
    if (cert === undefined || key === undefined) throw new Error('openssl wrote nothing');
    return { cert, key };
  });
