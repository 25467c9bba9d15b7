export declare class RE2 {
  constructor(pattern: string, flags: string);
  test(text: string): boolean;
}
