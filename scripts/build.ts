// `npm run build`: the product for production, in .next/standalone (web) and dist (worker). `--force` builds what is fresh, too.
import { buildProduct, isBuildFresh } from './build/build-product';
import { onTermination } from './processes/on-termination.mjs';
import { stopAllProcesses } from './processes/start-process.mjs';

onTermination(() => stopAllProcesses());
try {
  if (!process.argv.includes('--force') && (await isBuildFresh())) console.log('The build is up to date.');
  else await buildProduct();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
