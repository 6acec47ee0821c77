/** What `cdk` runs: bundles the functions, builds the web pages where they are not those of this checkout, and the stacks. */
import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { bundleFunctions } from './bundle.ts';
import { environmentFor } from './environments.ts';
import { ensureWebBuilt, webFolder } from './local/web-build.ts';
import { buildSystem } from './system.ts';
import { topology } from './topology.ts';

const app = new App();
// Before anything is built: a fault in it is told at once.
const environment = environmentFor(app.node.tryGetContext('environment'));
// Beside the stacks' own output, and like it never committed.
const bundles = bundleFunctions(topology, join(import.meta.dirname, '..', 'cdk.out', 'bundles'));
await ensureWebBuilt();
buildSystem(app, environment, { codeOf: (name) => Code.fromAsset(bundles[name]), pages: webFolder });
// What cdk-nag finds and nobody has argued for stops the synthesis, and so the deployment.
Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
app.synth();
