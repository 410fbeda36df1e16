// Promises: where nothing in a dump tells its posts apart, the report does not pretend to know them.

import { expect, it } from 'vitest';
import { scanReport } from './run-reposted.js';
import { beside, newsDumps } from './shared.js';

beside('the same channels with nothing between their posts', () => {
  it('are reported as not cut with confidence', async () => {
    const report = await scanReport(newsDumps('flat'));
    expect(report.dumps.map((dump) => dump.confidence)).toEqual(report.dumps.map(() => 'low'));
    expect(report.dumps).toHaveLength(newsDumps('flat').length);
  });
});
