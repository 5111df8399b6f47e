import { findRecorded, forgetProcess, recordProcess, stopLeftovers } from './pid-files.mjs';

/** The name under which the process that owns a data folder is noted. */
const holder = 'main';

/**
 * Makes this process the one that runs Rapport on a data folder: refuses while another one does, and ends what a killed
 * one has left behind. The claim ends with the process. Throws one sentence.
 *
 * @param {string} runFolder where the processes of this data folder are noted
 * @returns {Promise<string[]>} names of the leftovers that were ended
 */
export async function claimFolder(runFolder) {
  const other = findRecorded(runFolder, holder);
  if (other) {
    throw new Error(
      `Rapport already runs here (process ${other}): end it with Ctrl-C where it was started, or set DATA_DIR to another folder.`,
    );
  }
  const ended = await stopLeftovers(runFolder);
  recordProcess(runFolder, { name: holder, pid: process.pid });
  process.once('exit', () => forgetProcess(runFolder, holder));
  return ended;
}
