// The package re2-wasm, loaded when a pattern is first asked something: that takes a tenth of a second, and the models of Kubernetes make
// theirs where they are loaded, for months, weekdays and what Thanos does, of which most estates name none.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** A pattern of RE2, made when it is first asked something. */
export class RE2 {
  constructor(pattern, flags) {
    let made;
    const real = () => (made ??= new (require('re2-wasm').RE2)(pattern, flags));
    return new Proxy(this, {
      get: (_, name) => {
        const value = real()[name];
        return typeof value === 'function' ? value.bind(real()) : value;
      },
      set: (_, name, value) => Reflect.set(real(), name, value),
    });
  }
}
