import { applicationOf } from './application.mjs';

const mainText = (applications) =>
  [
    `import { cluster, estate } from 'cheomseong';`,
    ...applications.map(({ word, name }) => `import { ${word} } from './apps/${name}/index.js';`),
    '',
    'export default estate({',
    '  places: [',
    `    cluster('production', {`,
    `      addresses: { runbooks: 'https://git.example.org/fleet/blob/main/docs/runbooks' },`,
    '      applications: [',
    ...applications.map(({ word }) => `        ${word},`),
    '      ],',
    '    }),',
    '  ],',
    '});',
    '',
  ].join('\n');

/** An estate of so many applications, all of them in one cluster: its files, text by path. */
export const fleetOf = (count) => {
  const applications = Array.from({ length: count }, (_, i) => applicationOf(i + 1));
  return Object.assign({ 'main.ts': mainText(applications) }, ...applications.map(({ files }) => files));
};
