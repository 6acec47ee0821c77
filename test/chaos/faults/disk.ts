/** The disk under the data folder: so small that it can be filled, where this machine lets us make one. */
import { execFileSync } from 'node:child_process';
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const FULL_DISK = 'disk full on the local host';

/** Enough for the empty engines and some runs; little enough to be filled in a moment. */
const DISK_MB = 64;
/** What is left when the disk is filled: engines that keep a little in reserve find it full at the next write beyond it. */
const LEFT_BYTES = 4096;

const BALLAST = 'ballast';

/** Puts a small disk in the place of an empty folder. False where only root may and we are not. */
export function mountSmallDisk(folder: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MB}m`, 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Takes the disk away again. */
export function unmount(folder: string): void {
  execFileSync('umount', [folder], { stdio: 'ignore' });
}

/** Fills the disk with a file of no use. */
export function fillDisk(folder: string): void {
  const { bavail, bsize } = statfsSync(folder);
  writeFileSync(join(folder, BALLAST), Buffer.alloc(Math.max(0, bavail * bsize - LEFT_BYTES)));
}

/** Gives the space back, as an operator does. */
export function emptyDisk(folder: string): void {
  rmSync(join(folder, BALLAST), { force: true });
}
