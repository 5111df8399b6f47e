/** Conventional exit codes: 128 and the number of the signal. */
const exitCodes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

/**
 * Runs `close` once when the person or the system asks this process to end, then ends it.
 * Repeated signals do not disturb the closing: an impatient second Ctrl-C would leave processes behind.
 *
 * @param {() => Promise<void>} close
 */
export function onTermination(close) {
  let closing = false;
  for (const [signal, code] of Object.entries(exitCodes)) {
    process.on(signal, () => {
      if (closing) return;
      closing = true;
      close()
        .catch((error) => console.error(error.message))
        .finally(() => process.exit(code));
    });
  }
}
