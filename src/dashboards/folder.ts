import type { Fault } from '#ground/fault.js';

/** What file systems hold; a letter of Hangul takes three. */
const longest = 255;

/**
 * Why a text can be no folder of Grafana: its sidecar writes dashboards into a directory of this name, below the one that Grafana reads,
 * and of a path Grafana takes the last part alone.
 */
export const folderFaults = (where: string, folder: string): readonly Fault[] => {
  const fault = (why: string, cure: string): readonly Fault[] => [
    { where, what: folder, code: 'bad-folder', why, cure },
  ];
  const parts = folder.split('/').map((part) => part.replace(/^[\s.]+/u, ''));
  const [first, ...more] = parts.filter((part) => part !== '');
  if (first === undefined) return fault(`'${folder}' is no name of a folder`, 'say what people call it');
  if (/\p{Cc}/u.test(folder))
    return fault(`${JSON.stringify(folder)} is no name of a folder`, 'write it on one line');
  if (folder.trim() !== folder)
    return fault(`'${folder}' begins or ends with a space, which nobody sees`, `write '${folder.trim()}'`);
  if (new TextEncoder().encode(folder).length > longest)
    return fault(
      `it is longer than the ${longest} bytes that a directory's name may have`,
      'write a shorter one, as people say it',
    );
  const instead = `write '${[first, ...more].join(' · ')}'`;
  if (folder.includes('/'))
    return fault(
      `'${folder}' is a path: of it Grafana would take '${folder.slice(folder.lastIndexOf('/') + 1)}' alone`,
      instead,
    );
  return folder.startsWith('.')
    ? fault(`'${folder}' is a directory that Grafana does not look into`, instead)
    : [];
};
