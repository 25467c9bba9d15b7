import type { Localized } from '#ground/language.js';
import type { Exported } from '#promql/vector/gained.js';

/**
 * What a runbook adds where the first failure of each kind is counted too; nothing where it is not.
 *
 * @param kind what fails for the first time, as a noun: `route`.
 */
export const firstCounted = (kind: Localized, { exported }: { readonly exported?: Exported }): Localized => {
  if (!exported) return { ko: '', en: '' };
  const young = exported.started
    ? { ko: '이거나 방금 시작한 프로세스면', en: ' or its process has just started' }
    : { ko: '이면', en: '' };
  return {
    ko: ` 지금까지 실패한 적 없는 ${kind.ko}의 첫 실패도, 그 전부터 수집하던 타깃${young.ko} 셉니다.`,
    en: ` The first failure of a ${kind.en} that never failed before is counted too, where its target was scraped before${young.en}.`,
  };
};
