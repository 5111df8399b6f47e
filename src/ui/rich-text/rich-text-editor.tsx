'use client';

import dynamic from 'next/dynamic';
import { Skeleton } from '../skeleton';
import type { RichTextEditorProps } from './rich-text-editor-props';

/** Rich text: bold, italic, link, lists, quote, @mention. Loaded when it is needed, so that no first page carries it. */
export const RichTextEditor = dynamic<RichTextEditorProps>(
  () => import('./rich-text-surface').then((module) => module.RichTextSurface),
  { ssr: false, loading: () => <Skeleton className="h-[140px] w-full rounded-lg bg-sunken" /> },
);
