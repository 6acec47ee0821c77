/** What `cdk` runs: bundles the functions, builds the web pages where they are not those of this checkout, and the stacks. */
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { bundleFunctions } from './bundle.ts';
import { ensureWebBuilt, webFolder } from './local/web-build.ts';
import { buildSystem } from './system.ts';
import { topology } from './topology.ts';

// Beside the stacks' own output, and like it never committed.
const bundles = bundleFunctions(topology, join(import.meta.dirname, '..', 'cdk.out', 'bundles'));
await ensureWebBuilt();
const app = new App();
buildSystem(app, { codeOf: (name) => Code.fromAsset(bundles[name]), pages: webFolder });
app.synth();
