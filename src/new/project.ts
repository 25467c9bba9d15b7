import type { Language } from '#ground/language.js';

export const tsconfig = `{
  "compilerOptions": {
    "target": "ES2022",
    "lib": ["ES2023"],
    "module": "preserve",
    "moduleResolution": "bundler",
    "allowImportingTsExtensions": true,
    "verbatimModuleSyntax": true,
    "strict": true,
    "noUncheckedIndexedAccess": true,
    "skipLibCheck": true,
    "types": [],
    "noEmit": true
  },
  "include": ["main.ts", "apps"]
}
`;

export const gitignore = 'node_modules/\n';

/** Where a repository is read of which nothing tells: nobody's address. */
const nobodys = 'https://git.example/monitoring/blob/main';

/**
 * Where the runbooks are read that alerts link to.
 *
 * @param folder The folder of pages, from the top of the repository: `docs`, `packages/monitoring/docs`.
 */
export const runbooksText = (address: string | undefined, folder: string, language: Language): string => {
  const repository = {
    ko: '이 저장소를 브라우저에서 읽는 주소입니다. 알림이 여기 있는 런북으로 연결됩니다.',
    en: 'Where this repository is read in a browser: alerts link to the runbooks in it.',
  };
  const page = {
    ko: 'cheomseong synth가 쓰는, 알림 하나의 런북 주소입니다.',
    en: 'The page of an alert, which cheomseong synth writes.',
  };
  return `/** ${repository[language]} */
const repository = '${address ?? nobodys}';

/** ${page[language]} */
export const runbookOf = (alert: string, application: string): string =>
  \`\${repository}/${folder}/runbooks/\${application}/\${alert}.md\`;
`;
};
