export declare const circlesOf: (
  imports: ReadonlyMap<string, ReadonlyMap<string, string>>,
) => readonly (readonly string[])[];
