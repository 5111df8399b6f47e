/** Before the web serves anything: a complete environment and a database role that the policies bind. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { startWeb } = await import('@/platform/web/start-web');
  await startWeb();
}
