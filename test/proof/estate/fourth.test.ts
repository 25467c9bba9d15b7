import { provesItsShare } from './dealt.js';

provesItsShare(import.meta.url);
