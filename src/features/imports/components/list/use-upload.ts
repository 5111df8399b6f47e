'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { MAX_FILE_BYTES } from '@/features/imports/model/import-limits';
import type { Import } from '@/features/imports/schemas/import';
import { useWorkspace } from '@/ui/shell/workspace-scope';

export type UploadState =
  | { step: 'sending'; fileName: string; sent: number; total: number }
  /** The server has it and looks into it. */
  | { step: 'reading'; fileName: string }
  | { step: 'refused'; fileName: string; message: string };

export interface Upload {
  state: UploadState | null;
  begin: (files: readonly File[]) => void;
  cancel: () => void;
}

interface Answer {
  ok: boolean;
  data?: Import;
  error?: { message?: string };
}

/** Sends a file with its progress, then goes to its import. A refusal is said in words; nothing is kept of the file. */
export function useUpload(): Upload {
  const { slug } = useWorkspace();
  const router = useRouter();
  const [state, setState] = useState<UploadState | null>(null);
  const request = useRef<XMLHttpRequest | null>(null);
  useEffect(() => () => request.current?.abort(), []);

  function begin(files: readonly File[]) {
    const [file] = files;
    if (!file) return;
    const refuse = (message: string) => setState({ step: 'refused', fileName: file.name, message });
    const problem = problemOf(files);
    if (problem) {
      refuse(problem);
      return;
    }
    request.current?.abort();
    request.current = send(file, {
      address: `/api/upload/${slug}/imports`,
      onProgress: setState,
      onAnswer: (status, answer) => {
        if (answer?.data) router.push(`/${slug}/imports/${answer.data.id}`);
        else refuse(answer?.error?.message ?? wordsOf(status));
      },
    });
  }

  function cancel() {
    request.current?.abort();
    setState(null);
  }
  return { state, begin, cancel };
}

function problemOf(files: readonly File[]): string | null {
  const [file] = files;
  if (files.length > 1) return 'One file at a time, please: each becomes an import of its own.';
  if (file?.size === 0) return 'The file is empty.';
  if (file && file.size > MAX_FILE_BYTES) {
    return `A file may have ${MAX_FILE_BYTES / 1024 / 1024} MB. Split the list and upload the parts.`;
  }
  return null;
}

interface Sending {
  address: string;
  onProgress: (state: UploadState) => void;
  onAnswer: (status: number, answer: Answer | null) => void;
}

/** XMLHttpRequest, because fetch does not tell how much of a body has been sent. */
function send(file: File, { address, onProgress, onAnswer }: Sending): XMLHttpRequest {
  const body = new FormData();
  body.append('file', file);
  const request = new XMLHttpRequest();
  const fileName = file.name;
  onProgress({ step: 'sending', fileName, sent: 0, total: file.size });
  request.upload.onprogress = ({ loaded, total }) => onProgress({ step: 'sending', fileName, sent: loaded, total });
  request.upload.onload = () => onProgress({ step: 'reading', fileName });
  request.onload = () => onAnswer(request.status, parseAnswer(request.responseText));
  request.onerror = () => onAnswer(0, null);
  request.open('POST', address);
  request.send(body);
  return request;
}

function parseAnswer(text: string): Answer | null {
  try {
    return JSON.parse(text) as Answer;
  } catch {
    return null;
  }
}

/** For answers that come from something before the application, such as a proxy. */
function wordsOf(status: number): string {
  if (status === 0) return 'The upload broke off. Nothing was stored. Check your connection and choose the file again.';
  if (status === 413) return 'The file is larger than this server takes. Split the list and upload the parts.';
  if (status === 401) return 'Your session has ended. Sign in again in another tab, then choose the file again.';
  return 'The server could not take the file. Nothing was stored. Try again, or choose another file.';
}
