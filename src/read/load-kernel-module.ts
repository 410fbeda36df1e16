/** The compiled kernel, which the build puts beside the compiled code; found from there and from the sources. */
import { readFileSync } from 'node:fs';

/** Null where the machine has no WebAssembly, or none with SIMD: then everything is done without the kernel, slower. */
export function loadKernelModule(): WebAssembly.Module | null {
  if (typeof WebAssembly === 'undefined') return null;
  const bytes = readFileSync(new URL('../../dist/kernel.wasm', import.meta.url));
  return WebAssembly.validate(bytes) ? new WebAssembly.Module(bytes) : null;
}
