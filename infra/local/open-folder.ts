/** A data folder with its engines, for a command that serves nobody. */
import { topology } from '#infra/topology.ts';
import { type DataFolder, openDataFolder } from './data-folder.ts';
import { type Engines, startEngines } from './engines.ts';
import { openStores, type Stores } from './stores.ts';

export interface OpenFolder {
  readonly folder: DataFolder;
  readonly engines: Engines;
  readonly stores: Stores;
}

/** Works with the folder held. @throws Refusal when it is in use or cannot be used. */
export async function withFolder<Result>(data: string, work: (open: OpenFolder) => Promise<Result>): Promise<Result> {
  const folder = openDataFolder(data);
  try {
    const engines = await startEngines(folder.path, topology);
    const stores = openStores(engines);
    try {
      return await work({ folder, engines, stores });
    } finally {
      stores.close();
      await engines.stop();
    }
  } finally {
    folder.release();
  }
}
