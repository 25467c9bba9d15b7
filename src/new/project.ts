import type { Language } from '#ground/language.js';
import type { Naming } from './naming.js';

/** The release of the package that makes the estate, as package.json names it. */
export interface Package {
  readonly version: string;
}

/** What every folder of an estate has, whoever made it; keys of package.json that are there already are kept. */
export const packageJson = (existing: string | undefined, folder: string, { version }: Package): string => {
  const had: Readonly<Record<string, unknown>> = existing === undefined ? {} : JSON.parse(existing);
  const inside = (key: string): Readonly<Record<string, unknown>> => {
    const value = had[key];
    return typeof value === 'object' && value !== null ? { ...value } : {};
  };
  // what `npm init` writes fails on purpose
  const { test, ...scripts } = inside('scripts');
  const isTested = typeof test === 'string' && !test.includes('no test specified');
  const isThere = 'cheomseong' in inside('dependencies') || 'cheomseong' in inside('devDependencies');
  const made = {
    ...(existing === undefined && { name: folder, version: '0.0.0', private: true, type: 'module' }),
    ...had,
    scripts: {
      synth: 'cheomseong synth',
      prove: 'cheomseong prove',
      ...scripts,
      test: isTested ? test : 'cheomseong synth --check && cheomseong prove',
    },
    ...(!isThere && { devDependencies: { ...inside('devDependencies'), cheomseong: version } }),
  };
  return `${JSON.stringify(made, null, 2)}\n`;
};

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

/** Where the runbooks are read that alerts link to. */
export const runbooksText = (
  address: string,
  language: Language,
): string => `/** ${{ ko: '이 저장소를 브라우저에서 읽는 주소입니다. 알림이 여기 있는 런북으로 연결됩니다.', en: 'Where this repository is read in a browser: alerts link to the runbooks in it.' }[language]} */
const repository = '${address}';

/** ${{ ko: '알림마다 cheomseong synth가 쓰는 런북의 주소입니다.', en: 'The page of an alert, which cheomseong synth writes.' }[language]} */
export const runbookOf = (alert: string, application: string): string =>
  \`\${repository}/docs/runbooks/\${application}/\${alert}.md\`;
`;

/** Tests of routes: which labels reach whom. */
export const routesText = ({
  name,
  language,
}: Naming): string => `# ${{ ko: '무엇을 누구에게 알리는가', en: 'Who is told of what' }[language]}: npx cheomseong prove --routes test/routes/${name}.yml
tests:
  - name: ${{ ko: `${name}의 알림은 채널에 갑니다`, en: `Whatever is wrong with ${name} reaches its channel` }[language]}
    alerts:
      - labels: { alertname: HighErrorRate, severity: critical, application: ${name}, namespace: ${name} }
        expected_receivers: [oncall]
`;
