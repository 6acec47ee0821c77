/** What `cdk` runs: bundles the functions and builds the stacks. */
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { bundleFunctions } from './bundle.ts';
import { buildSystem } from './system.ts';
import { topology } from './topology.ts';

// Beside the stacks' own output, and like it never committed.
const bundles = bundleFunctions(topology, join(import.meta.dirname, '..', 'cdk.out', 'bundles'));
const app = new App();
buildSystem(app, (name) => Code.fromAsset(bundles[name]));
app.synth();
