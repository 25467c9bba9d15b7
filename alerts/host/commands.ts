import { commands } from '../command.js';
import type { Localized } from '../rule/language.js';

/** Commands that are typed on the machine itself, with where that is. */
export const onHost = (...lines: readonly string[]): Localized => {
  const block = commands(...lines);
  return {
    ko: `아래 명령은 알림의 \`instance\`가 가리키는 호스트에서 실행합니다(Kubernetes라면 그 노드).\n\n${block}`,
    en: `Type this on the host that \`instance\` of the alert names (of Kubernetes: on that node).\n\n${block}`,
  };
};
