/** The part of the WebAssembly API that is used here: the compiler knows it with the whole DOM only. */
declare namespace WebAssembly {
  function validate(bytes: Uint8Array): boolean;
  class Module {
    constructor(bytes: Uint8Array);
  }
  /** `E` is what the module is known to export. */
  class Instance<E> {
    constructor(module: Module, imports: Readonly<Record<string, object>>);
    readonly exports: E;
  }
  interface Memory {
    readonly buffer: ArrayBuffer;
  }
  interface Global {
    readonly value: number;
  }
}
