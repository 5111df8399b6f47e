import type { NextConfig } from 'next';

const config: NextConfig = {
  output: 'standalone',
  // A lock file in a folder above must not move where the output lies.
  outputFileTracingRoot: import.meta.dirname,
  turbopack: { root: import.meta.dirname },
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` checks types over the whole tree; a build on a customer's machine need not do it again.
  typescript: { ignoreBuildErrors: true },
  // Only the worker reads documents.
  serverExternalPackages: ['mammoth', 'pdfjs-dist'],
  experimental: {
    serverActions: { bodySizeLimit: '1mb' },
  },
};

export default config;
