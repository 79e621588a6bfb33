import { readFileSync } from 'node:fs';
import { parseForESLint as parseSvelte } from 'svelte-eslint-parser';
import ts from 'typescript';
import tseslint from 'typescript-eslint';
import svelteConfig from '../svelte.config.js';

const { parser } = tseslint;

/** The script that the linter makes of a component, and has the compiler read in the component's place. */
function scriptOf(filePath) {
  let script = '';
  const noted = {
    ...parser,
    parseForESLint(code, options) {
      script = code;
      return parser.parseForESLint(code, options);
    },
  };
  parseSvelte(readFileSync(filePath, 'utf8'), { parser: noted, filePath, svelteConfig });
  return script;
}

/** One program of all sources of a project, components among them. */
function programOf(configPath) {
  const { config } = ts.readConfigFile(configPath, ts.sys.readFile);
  const extra = [{ extension: '.svelte', scriptKind: ts.ScriptKind.Deferred }];
  const parsed = ts.parseJsonConfigFileContent(
    config,
    ts.sys,
    configPath.replace(/[^/\\]*$/, ''),
    undefined,
    configPath,
    undefined,
    extra,
  );
  const options = { ...parsed.options, allowNonTsExtensions: true };
  const host = ts.createCompilerHost(options, true);
  const read = host.getSourceFile;
  host.getSourceFile = (name, version, ...rest) =>
    name.endsWith('.svelte')
      ? ts.createSourceFile(name, scriptOf(name), version, true, ts.ScriptKind.TS)
      : read(name, version, ...rest);
  return ts.createProgram(parsed.fileNames, options, host);
}

/**
 * A parser that takes types from one program of all sources of a project: the first of `configPaths` that has the file. By
 * itself typescript-eslint makes a program anew for each component, whose script differs from its file, which takes most of
 * the time. A text that differs from what was read, as in an editor or after a fix, goes typescript-eslint's own way.
 */
export function withOneProgram(configPaths) {
  const programs = new Map();
  const programAt = (path) => {
    if (!programs.has(path)) programs.set(path, programOf(path));
    return programs.get(path);
  };
  return {
    ...parser,
    parseForESLint(code, options) {
      const holds = (path) => programAt(path).getSourceFile(options.filePath)?.text === code;
      const found = options?.project && configPaths.find(holds);
      if (!found) return parser.parseForESLint(code, options);
      const programs = [programAt(found)];
      return parser.parseForESLint(code, { ...options, project: undefined, programs });
    },
  };
}
