import { GeistSans } from 'geist/font/sans';
import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import { connection } from 'next/server';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import type { ReactNode } from 'react';
import { currentLocale } from '@/platform/web/current-locale';
import { LocaleProvider } from '@/ui/locale-provider';
import { ThemeProvider } from '@/ui/theme-provider';
import { Toaster } from '@/ui/toaster';
import './globals.css';

export const metadata: Metadata = { title: { default: 'Rapport', template: '%s · Rapport' } };
export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

/** Every page is dynamic: the nonce of the content security policy reaches only such. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  await connection();
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  const { locale, timeZone } = await currentLocale();
  return (
    <html lang="en" className={GeistSans.variable} suppressHydrationWarning>
      <body>
        <ThemeProvider {...(nonce && { nonce })}>
          <LocaleProvider locale={locale} timeZone={timeZone}>
            <NuqsAdapter>{children}</NuqsAdapter>
            <Toaster />
          </LocaleProvider>
        </ThemeProvider>
      </body>
    </html>
  );
}
