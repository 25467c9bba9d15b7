/** A call as JavaScript makes it, or who read its values from JSON: without types. */
export const untyped =
  <A extends readonly never[]>(make: (...given: A) => unknown, ...given: readonly unknown[]) =>
  (): void => {
    Reflect.apply(make, undefined, given);
  };
