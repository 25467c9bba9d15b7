import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const packageIn = /^.*node_modules\/((?:@[^/]+\/)?[^/]+)/;

/** The folders of the packages of which a bundle holds files. */
export const foldersIn = (metafile) => {
  const outputs = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs));
  return [...new Set(outputs.map((path) => packageIn.exec(path)?.[0]).filter(Boolean))].toSorted();
};

/** What the licenses of packages ask of whoever passes them on: their names, and the licenses themselves. */
export const noticesOf = (root, folders) =>
  folders
    .map((folder) => {
      const { name, version, license, homepage } = JSON.parse(
        readFileSync(join(root, folder, 'package.json'), 'utf8'),
      );
      const texts = readdirSync(join(root, folder))
        .filter((file) => /^(licen[cs]e|notice)/i.test(file))
        .map((file) => readFileSync(join(root, folder, file), 'utf8').trim());
      const told = texts.length > 0 ? texts : [`Its package holds no text of it: ${homepage}`];
      return [`# ${name} ${version} (${license})`, ...told].join('\n\n');
    })
    .join('\n\n\n');
