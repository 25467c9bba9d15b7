import { provesItsPart } from './part.js';

provesItsPart(import.meta.url);
