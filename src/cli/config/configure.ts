/** Flag, then environment, then configuration file, then default: the settings that a command runs with. */
import { isAbsolute, relative, resolve } from 'node:path';
import { UserError } from '../../errors.js';
import { mapReporter } from '../reporter-options.js';
import { tell } from '../tell.js';
import { CONFIG_VARIABLE, checkVariables } from './check-variables.js';
import { configKeys, isList, type KeyKind, kindWords, variableOf } from './config-keys.js';
import { type ConfigFile, readConfig } from './read-config.js';

/** An option of commander's, as far as it is used here. */
interface FlagOption {
  readonly long?: string | null | undefined;
  readonly negate: boolean;
  readonly argChoices?: readonly string[] | undefined;
  parseArg?: ((value: string, previous: never) => unknown) | undefined;
  attributeName(): string;
}

/** A command of commander's, as far as it is used here. */
export interface ConfigurableCommand {
  readonly options: readonly FlagOption[];
  opts(): Record<string, unknown>;
  getOptionValueSource(key: string): string | undefined;
  setOptionValueWithSource(key: string, value: unknown, source: string): unknown;
}

/** A setting, and who has set it. */
export interface EffectiveSetting {
  readonly value: unknown;
  /** `flag`, the variable, `path:line:column` or `default`. */
  readonly from: string;
}

/** What a configured command finds among its options beside its own flags. */
export interface Configured {
  /** All that may be configured, by key. */
  readonly effective: Readonly<Record<string, EffectiveSetting>>;
  /** The configuration's path; null where there is none. */
  readonly configPath: string | null;
  /** What globs of the configuration are relative to. */
  readonly configFolder: string | null;
}

/** Completes the options of `command` with what environment and configuration say; throws a {@link UserError}. */
export async function configure(
  command: ConfigurableCommand,
  env: NodeJS.ProcessEnv,
  cwd: string,
): Promise<void> {
  const unknown = checkVariables(env);
  const { config } = command.opts();
  const named = typeof config === 'string' ? config : env[CONFIG_VARIABLE] || undefined;
  const file = config === false ? null : await readConfig(cwd, named);
  const places = new Map<string, string>();
  for (const [key, kind] of Object.entries(configKeys)) {
    const option = command.options.find((known) => known.attributeName() === key && !known.negate);
    const told = fromEnvironment(key, kind, env) ?? fromFile(key, file, cwd);
    if (told === null || isFlagged(command, key)) continue;
    if (option === undefined && key !== 'accept') continue;
    command.setOptionValueWithSource(key, parseValue(option, told, kind), 'config');
    places.set(key, told.place);
  }
  const configured: Configured = {
    effective: effectiveSettings(command, places),
    configPath: file?.path ?? null,
    configFolder: file?.folder ?? null,
  };
  for (const [key, value] of Object.entries(configured))
    command.setOptionValueWithSource(key, value, 'config');
  if (unknown.length > 0 && command.opts()['quiet'] !== true)
    tell(`${unknown.join(', ')}: no setting is called so, not used`);
}

/** A value, and where it was said. */
interface PlacedValue {
  readonly value: unknown;
  readonly place: string;
}

function isFlagged(command: ConfigurableCommand, key: string): boolean {
  return command.getOptionValueSource(key) === 'cli';
}

/** Lists are parted by line ends, flags are true or false; an empty variable is as none. */
function fromEnvironment(key: string, kind: KeyKind, env: NodeJS.ProcessEnv): PlacedValue | null {
  const place = variableOf(key);
  const text = env[place];
  if (text === undefined || text === '' || kind === 'accept') return null;
  if (isList(kind)) return { place, value: text.split('\n').filter((part) => part !== '') };
  if (kind !== 'flag') return { place, value: text };
  if (text === 'true' || text === '1') return { place, value: true };
  if (text === 'false' || text === '0') return { place, value: false };
  throw new UserError(`${place}: expected ${kindWords.flag}, found ${JSON.stringify(text)}`);
}

function fromFile(key: string, file: ConfigFile | null, cwd: string): PlacedValue | null {
  const found = file?.values.find((value) => value.key === key);
  if (file === null || found === undefined) return null;
  const { kind, value, place } = found;
  const near = (path: unknown) => nearPath(String(path), file.folder, cwd);
  const nearReporter = (text: unknown) => mapReporter(String(text), near);
  if (kind === 'path') return { place, value: near(value) };
  if (kind === 'reporter') return { place, value: nearReporter(value) };
  if (kind === 'paths' && Array.isArray(value)) return { place, value: value.map(near) };
  if (kind === 'reporters' && Array.isArray(value)) return { place, value: value.map(nearReporter) };
  return { place, value };
}

/** A path of the configuration, as seen from the working folder; `-` and patterns stay what they are. */
function nearPath(path: string, folder: string, cwd: string): string {
  if (path === '-' || isAbsolute(path) || folder === cwd) return path;
  return relative(cwd, resolve(folder, path)) || '.';
}

/** As commander would have parsed it behind the flag. */
function parseValue(option: FlagOption | undefined, { value, place }: PlacedValue, kind: KeyKind): unknown {
  if (option === undefined || kind === 'flag') return value;
  const parse = parserOf(option, place);
  return Array.isArray(value) ? parseList(value, option, parse) : parse(String(value), undefined);
}

/** Each text as if the flag had been given again. */
function parseList(values: readonly unknown[], option: FlagOption, parse: Parser): unknown {
  if (option.parseArg === undefined) return values;
  return values.reduce((before, value) => parse(String(value), before), undefined);
}

/** Takes what a flag was given, and what it was given before. */
type Parser = (text: string, before: unknown) => unknown;

/** What checks the option's values; its errors tell `place`. */
function parserOf(option: FlagOption, place: string): Parser {
  const { argChoices: choices, parseArg } = option;
  if (choices !== undefined) return (text) => parseChoice(text, { option, choices, place });
  if (parseArg === undefined) return (text) => text;
  return (text, before) => {
    try {
      return Reflect.apply(parseArg, option, [text, before]);
    } catch (error) {
      if (error instanceof UserError) throw new UserError(`${place}: ${error.message}`);
      throw error;
    }
  };
}

function parseChoice(
  text: string,
  { option, choices, place }: { option: FlagOption; choices: readonly string[]; place: string },
): string {
  if (choices.includes(text)) return text;
  throw new UserError(
    `${place}: expected ${option.attributeName()} to be one of ${choices.join(', ')}, found ${JSON.stringify(text)}`,
  );
}

function effectiveSettings(
  command: ConfigurableCommand,
  places: ReadonlyMap<string, string>,
): Record<string, EffectiveSetting> {
  const values = command.opts();
  const known = new Set(['accept', ...command.options.map((option) => option.attributeName())]);
  const settings: Record<string, EffectiveSetting> = {};
  for (const key of Object.keys(configKeys)) {
    if (!known.has(key)) continue;
    const from = isFlagged(command, key) ? 'flag' : (places.get(key) ?? 'default');
    settings[key] = { value: values[key] ?? null, from };
  }
  return settings;
}
