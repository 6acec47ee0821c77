/** The stacks as CloudFormation would get them, with a stand-in for the functions' code. */
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { buildSystem } from '#infra/system.ts';
import { standIn } from './stand-in.ts';

interface Resource {
  readonly Type: string;
  readonly Properties?: Record<string, unknown>;
  readonly DeletionPolicy?: string;
}

export interface Built {
  readonly app: App;
  readonly templates: readonly Template[];
  readonly resources: ReadonlyMap<string, Resource>;
  /** The properties of all resources of a type. */
  readonly all: (type: string) => Record<string, unknown>[];
}

/** @param context what `cdk deploy -c` would be given. */
export function built(context: Readonly<Record<string, string>> = {}): Built {
  const app = new App({ context });
  const stacks = buildSystem(app, standIn);
  const templates = stacks.map((stack) => Template.fromStack(stack));
  const resources = new Map(
    templates.flatMap((template) => Object.entries((template.toJSON().Resources ?? {}) as Record<string, Resource>)),
  );
  return {
    ...{ app, templates, resources },
    all: (type) =>
      [...resources.values()].filter(({ Type }) => Type === type).map(({ Properties }) => Properties ?? {}),
  };
}
