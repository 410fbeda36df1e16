/** `reposted scan` and `reposted split`. */
import { cutPosts } from '../split/cut-posts.js';
import { filesOf } from './files-of.js';
import { askedOfScan } from './gate-options.js';
import type { CutOptions, ScanCliOptions } from './options.js';
import { reportRepeats } from './report-repeats.js';
import { demandOf, scanArguments } from './scan-arguments.js';
import { cutSettings } from './settings.js';
import { tellTroubles } from './tell-troubles.js';
import { writeReport } from './write-report.js';

/** `reposted scan`: 0 when all went well, 1 when `--fail-on` says so, 2 when something named could not be read. */
export function runScan(args: readonly string[], options: ScanCliOptions): Promise<number> {
  const ask = async () => askedOfScan(options);
  return reportRepeats(args, options, { ask, findings: 'all', tells: 'all' });
}

/** `reposted split`: the posts, one JSON line each. */
export async function runSplit(args: readonly string[], options: CutOptions): Promise<number> {
  const settings = cutSettings(options);
  const { reportSplit } = await import('../report/reporters/split-reporter.js');
  const files = await filesOf(options, [{ path: options.output ?? '-', by: '--output' }]);
  const demand = demandOf(options, 'scan');
  const scanned = await scanArguments(args, options, { files, hashed: false, demand });
  const { reading } = scanned;
  const { read } = reading.reread;
  try {
    const posts = cutPosts(scanned, settings, read);
    await writeReport(reportSplit({ ...scanned, posts }, read), options.output);
    const shapes = posts.dumps.map(({ shape }) => shape);
    return tellTroubles(shapes, reading, options);
  } finally {
    reading.close();
  }
}
