import type { ReactNode } from 'react';

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <main className="grid min-h-dvh place-items-center bg-sunken px-4 py-10">
      <div className="w-full max-w-[360px]">
        <p className="mb-6 flex items-center justify-center gap-2 text-lg font-semibold">
          <span
            aria-hidden="true"
            className="grid size-7 place-items-center rounded-sm bg-accent text-md font-bold text-accent-ink"
          >
            R
          </span>
          Rapport
        </p>
        {children}
      </div>
    </main>
  );
}
