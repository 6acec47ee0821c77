/** Loads the functions: all into this process, or each into environments of its own where AWS's rules hold. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { topology } from '#infra/topology.ts';
import type { FunctionName, FunctionSpec } from '#infra/topology-shape.ts';
import { type Handler, type Invoker, invokerOf } from './invoke.ts';
import { environmentsOf } from './rules/environments.ts';
import { diceOf, type Rules } from './rules/rules.ts';

/** The project's folder: entries of the topology are below it. */
const root = join(import.meta.dirname, '..', '..');

interface Loading {
  readonly names: readonly FunctionName[];
  readonly stopping: AbortSignal;
  readonly rules: Rules | undefined;
  readonly variablesOf: (spec: FunctionSpec) => Record<string, string>;
}

/** A function that can be called. */
export interface Loaded {
  readonly invoke: Invoker;
  stop(): Promise<void>;
}

/** One function: in this process, or in environments of its own where the rules say so. */
async function loadOne(name: FunctionName, { stopping, rules, variablesOf }: Loading): Promise<Loaded> {
  const spec = topology.functions[name];
  const module = pathToFileURL(join(root, spec.entry)).href;
  if (rules?.functions.apart) {
    const { before = [] } = rules.functions;
    const own = { variables: variablesOf(spec), rules: rules.functions, dice: diceOf(rules.seed) };
    return environmentsOf({ name, spec, module, before, stopping, ...own });
  }
  const { handler }: { handler: Handler } = await import(module);
  return { invoke: invokerOf(name, spec, handler, stopping), stop: async () => undefined };
}

/** Loads functions by their names. */
export async function loadFunctions(loading: Loading): Promise<Map<FunctionName, Loaded>> {
  const loaded = new Map<FunctionName, Loaded>();
  for (const name of loading.names) loaded.set(name, await loadOne(name, loading));
  return loaded;
}
