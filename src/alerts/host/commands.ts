import { commands } from '#alerts/text/command.js';
import type { Machine } from '#alerts/place/place.js';
import type { Localized } from '#ground/language.js';

/** Commands that are typed on the machine itself, with where that is and how to come there. */
export const onMachine = ({ name, reached }: Machine, ...lines: readonly string[]): Localized => {
  const block = commands(...lines);
  return {
    ko: `아래 명령은 알림의 \`instance\`가 가리키는 ${name.ko}에서 실행합니다. ${reached.ko}\n\n${block}`,
    en: `Type this on the ${name.en} that \`instance\` of the alert names. ${reached.en}\n\n${block}`,
  };
};
