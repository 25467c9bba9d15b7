import type { Naming } from './naming.js';

const english = ({ name, title }: Naming): string => `# Monitoring

Described in TypeScript, synthesized to manifests by [Cheomseong](https://github.com/cheomseong/cheomseong).

\`\`\`sh
npm install
npx cheomseong synth   # writes dist/, docs/runbooks/ and docs/secrets.md
npx cheomseong prove   # proves every alert by the real promtool
npm test               # both, as CI runs them: dist/ is fresh, every proof holds
\`\`\`

- \`apps/${name}/metrics.ts\`: what ${title} exports. \`npx cheomseong catalog http://localhost:8080/metrics\` writes it.
- \`apps/${name}/alerts.ts\`: when somebody is told.
- \`apps/${name}/dashboard.ts\`: what is drawn.
- \`apps/${name}/index.ts\`: where it runs, and who is told.
- \`main.ts\`: all applications. \`npx cheomseong new NAME\` adds one.
- \`apps/runbooks.ts\`: where this repository is read, to which alerts link.

Commit \`dist/\` and \`docs/\`: they are what is reviewed, and what ArgoCD syncs. \`docs/secrets.md\` says which Secrets must be there first.
`;

const korean = ({ name, title }: Naming): string => `# 모니터링

TypeScript로 쓰고 [Cheomseong](https://github.com/cheomseong/cheomseong)이 매니페스트로 만듭니다.

\`\`\`sh
npm install
npx cheomseong synth   # dist/, docs/runbooks/, docs/secrets.md를 씁니다
npx cheomseong prove   # 모든 알림을 실제 promtool로 증명합니다
npm test               # CI가 하는 그대로: dist/가 최신이고 모든 증명이 성립합니다
\`\`\`

- \`apps/${name}/metrics.ts\`: ${title}의 지표입니다. \`npx cheomseong catalog http://localhost:8080/metrics\`가 써 줍니다.
- \`apps/${name}/alerts.ts\`: 언제 사람에게 알리는지입니다.
- \`apps/${name}/dashboard.ts\`: 무엇을 그리는지입니다.
- \`apps/${name}/index.ts\`: 어디에서 실행되고 누구에게 알리는지입니다.
- \`main.ts\`: 모든 애플리케이션입니다. \`npx cheomseong new 이름\`이 하나를 더합니다.
- \`apps/runbooks.ts\`: 알림이 연결되는, 이 저장소의 주소입니다.

\`dist/\`와 \`docs/\`를 커밋하세요. 리뷰하는 것도, ArgoCD가 동기화하는 것도 이 파일들입니다. 먼저 만들 Secret은 \`docs/secrets.md\`에 있습니다.
`;

/** The README of an estate, in the language of its first application. */
export const readmeText = (naming: Naming): string =>
  naming.language === 'ko' ? korean(naming) : english(naming);
