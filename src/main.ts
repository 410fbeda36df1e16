/** The edge: arguments in, exit code out; the only handler of errors. */
import { CommanderError } from 'commander';
import { buildProgram } from './cli/program.js';
import { UserError } from './errors.js';
import { escapeText } from './report/escape-text.js';

/** Runs the program with `args` (without node and script) and resolves to its exit code. Never throws for a user's mistake. */
export async function main(args: readonly string[]): Promise<number> {
  let code = 0;
  const program = buildProgram({
    scan: async (dumps, options) => {
      code = await (await import('./cli/run.js')).runScan(dumps, options);
    },
    check: async (dumps, options) => {
      code = await (await import('./cli/run-check.js')).runCheck(dumps, options);
    },
    audit: async (dumps, options) => {
      code = await (await import('./cli/run-check.js')).runAudit(dumps, options);
    },
    split: async (dumps, options) => {
      code = await (await import('./cli/run.js')).runSplit(dumps, options);
    },
    index: {
      make: async (dumps, options) => {
        code = await (await import('./cli/run-index.js')).runIndex(dumps, options);
      },
      list: async (index, options) => {
        await (await import('./cli/run-index-tools.js')).listIndex(index, options);
      },
      remove: async (index, dumps, options) => {
        await (await import('./cli/run-index-tools.js')).removeFromIndex(index, dumps, options);
      },
      verify: async (index) => {
        await (await import('./cli/run-index-tools.js')).verifyIndex(index);
      },
      export: async (index, options) => {
        await (await import('./cli/export-index.js')).exportIndex(index, options);
      },
    },
    formats: async (options) => {
      await (await import('./cli/list-formats.js')).listFormats(options);
    },
    completion: async (shell, program) => {
      await (await import('./cli/completion/write-completion.js')).writeCompletion(shell, program);
    },
    configure: async (command) => {
      await (await import('./cli/configure.js')).configure(command, process.env, process.cwd());
    },
  });
  process.once('SIGINT', () => process.exit(130));
  if (args.length === 0 && process.stdin.isTTY === true) {
    program.outputHelp({ error: true });
    return 2;
  }
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    return exitCodeOf(error);
  }
}

/** commander has told its own errors; 0 is help and version. Anything unforeseen is a defect and shows its stack. */
function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof UserError) {
    process.stderr.write(`reposted: ${escapeText(error.message)}\n`);
    return 2;
  }
  process.stderr.write(
    `reposted: a defect, please report it\n${error instanceof Error ? error.stack : String(error)}\n`,
  );
  return 2;
}
