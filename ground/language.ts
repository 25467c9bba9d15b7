export type Language = 'ko' | 'en';

/** One thing said in both languages. */
export type Localized<T = string> = Readonly<Record<Language, T>>;
