/** Wires the kernel: its module, what it asks the normalizer, and the cues it looks for. */
import type { LineKernel, LineMeter } from './model.js';
import { createKernel } from './normalize/create-kernel.js';
import { loadKernelModule } from './read/load-kernel-module.js';
import { createCuePairs } from './split/cues/cue-pairs.js';
import type { UserCues } from './split/cues/read-cue.js';

/** Null where the user's own cues want to see every line, and where the machine cannot run it. */
export function createScanKernel(meter: LineMeter, userCues: UserCues): LineKernel | null {
  const { start, end, separator, forwardPhrases } = userCues;
  if (start !== null || end !== null || separator !== null) return null;
  const module = loadKernelModule();
  return module === null ? null : createKernel(module, meter, createCuePairs(forwardPhrases));
}
