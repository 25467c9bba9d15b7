import type { Found } from './found.js';
import type { Naming } from './naming.js';

/** Whether an application was made anew, or of rules that came in. */
export type Kind = 'new' | 'imported';

/** Where its alerts and its dashboards stand. */
const places = {
  new: { alerts: 'alerts.ts', dashboards: 'dashboard.ts' },
  imported: { alerts: 'alerts/', dashboards: 'dashboards/' },
} as const;

type Where = Pick<Found, 'base' | 'output' | 'docs' | 'manager'>;

const english = (
  { name, title }: Naming,
  { base, output, docs, manager }: Where,
  { alerts, dashboards }: (typeof places)[Kind],
): string => `# Monitoring

Described in TypeScript, synthesized to manifests by [Cheomseong](https://github.com/cheomseong/cheomseong).

\`\`\`sh
${manager} install
npx cheomseong synth   # writes ${output}/, ${docs}/runbooks/ and ${docs}/secrets/
npx cheomseong prove   # proves every alert by the real promtool
npm test               # as pipelines run them: ${output}/ is fresh, every proof and every test of routes holds
\`\`\`

- \`${base}apps/${name}/metrics.ts\`: what ${title} exports. \`npx cheomseong catalog http://localhost:8080/metrics\` writes such a file.
- \`${base}apps/${name}/${alerts}\`: when somebody is told.
- \`${base}apps/${name}/${dashboards}\`: what is drawn.
- \`${base}apps/${name}/index.ts\`: where it runs, and who is told.
- \`${base}apps/runbooks.ts\`: where this repository is read, to which alerts link.
- \`${base}main.ts\`: all applications. \`npx cheomseong new NAME\` adds one; to remove one remove its folder, its file in \`${base}test/routes/\` and its lines here.
- \`${base}test/routes/\`: which labels reach whom.

promtool 2.42 or newer and Alertmanager are taken from PATH; on Debian and Ubuntu they are fetched once, without root.

Commit \`${output}/\` and \`${docs}/\`: they are what is reviewed, and what ArgoCD syncs. \`${docs}/secrets/\` says which Secrets must be there first.
`;

const korean = (
  { name, title }: Naming,
  { base, output, docs, manager }: Where,
  { alerts, dashboards }: (typeof places)[Kind],
): string => `# 모니터링

TypeScript로 쓰고 [Cheomseong](https://github.com/cheomseong/cheomseong)이 매니페스트로 만듭니다.

\`\`\`sh
${manager} install
npx cheomseong synth   # ${output}/, ${docs}/runbooks/, ${docs}/secrets/를 씁니다
npx cheomseong prove   # 모든 알림을 실제 promtool로 증명합니다
npm test               # 파이프라인이 하는 그대로: ${output}/가 최신이고 모든 증명과 경로 테스트가 성립합니다
\`\`\`

- \`${base}apps/${name}/metrics.ts\`: ${title}의 지표입니다. \`npx cheomseong catalog http://localhost:8080/metrics\`가 이런 파일을 써 줍니다.
- \`${base}apps/${name}/${alerts}\`: 언제 사람에게 알리는지입니다.
- \`${base}apps/${name}/${dashboards}\`: 무엇을 그리는지입니다.
- \`${base}apps/${name}/index.ts\`: 어디에서 실행되고 누구에게 알리는지입니다.
- \`${base}apps/runbooks.ts\`: 알림이 연결되는, 이 저장소의 주소입니다.
- \`${base}main.ts\`: 모든 애플리케이션입니다. \`npx cheomseong new 이름\`으로 하나를 더합니다. 없앨 때는 폴더와 \`${base}test/routes/\`의 파일, 그리고 여기의 줄을 지웁니다.
- \`${base}test/routes/\`: 어떤 레이블이 누구에게 가는지입니다.

promtool 2.42 이상과 Alertmanager는 PATH에서 찾고, Debian과 Ubuntu에서는 root 없이 한 번 내려받습니다.

\`${output}/\`와 \`${docs}/\`를 커밋하세요. 리뷰하는 것도, ArgoCD가 동기화하는 것도 이 파일들입니다. 먼저 만들어 둘 Secret은 \`${docs}/secrets/\`에 있습니다.
`;

/** The README of an estate, in the language of its first application. */
export const readmeText = (naming: Naming, where: Where, kind: Kind): string =>
  naming.language === 'ko' ? korean(naming, where, places[kind]) : english(naming, where, places[kind]);
