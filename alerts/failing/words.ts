import type { Localized } from '../../ground/language.js';
import type { Failing } from './failing.js';

/** What a runbook adds where the first failure of each kind is counted too; nothing where it is not. */
export const firstCounted = ({ exported }: Pick<Failing<never>, 'exported'>): Localized => {
  if (!exported) return { ko: '', en: '' };
  const young = exported.started
    ? { ko: '이거나 방금 시작한 프로세스면', en: ' or its process has just started' }
    : { ko: '이면', en: '' };
  return {
    ko: ` 지금까지 실패한 적 없는 경로의 첫 실패도, 그 전부터 수집하던 타깃${young.ko} 셉니다.`,
    en: ` The first failure of a route that never failed before is counted too, where its target was scraped before${young.en}.`,
  };
};
