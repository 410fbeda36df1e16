/** The edge: arguments in, exit code out; the only handler of errors. */
import { CommanderError } from 'commander';
import type { CutOptions } from './cli/options.js';
import { buildProgram } from './cli/program.js';
import { tell } from './cli/tell.js';
import { UserError } from './errors.js';

/** Runs the program with `args` (without node and script) and resolves to its exit code. Never throws for a user's mistake. */
export async function main(args: readonly string[]): Promise<number> {
  let code = 0;
  /** Runs a command that can be configured, or tells with what it would run. */
  const configured =
    <Options extends CutOptions>(run: (dumps: readonly string[], options: Options) => Promise<number>) =>
    async (dumps: readonly string[], options: Options): Promise<void> => {
      if (options.printConfig === true)
        await (await import('./cli/config/print-config.js')).printConfig(options);
      else code = await run(dumps, options);
    };
  const program = buildProgram({
    scan: configured(async (...given) => (await import('./cli/run.js')).runScan(...given)),
    check: configured(async (...given) => (await import('./cli/run-check.js')).runCheck(...given)),
    audit: configured(async (...given) => (await import('./cli/run-check.js')).runAudit(...given)),
    split: configured(async (...given) => (await import('./cli/run.js')).runSplit(...given)),
    index: {
      make: configured(async (...given) => (await import('./cli/run-index.js')).runIndex(...given)),
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
      await (await import('./cli/config/configure.js')).configure(command, process.env, process.cwd());
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
    tell(error.message);
    return 2;
  }
  process.stderr.write(
    `reposted: a defect, please report it\n${error instanceof Error ? error.stack : String(error)}\n`,
  );
  return 2;
}
