'use client';

import { useRef, useState } from 'react';
import type { AttachedFile } from '@/features/threads/components/use-message-draft';

export interface Upload {
  key: string;
  name: string;
  /** 0 to 1. */
  share: number;
  /** Why it did not arrive. */
  problem: string | null;
}

const mostBytes = 25 * 1024 * 1024;

/** Sends chosen files to the server one by one, with how far each has come. */
export function useAttachments(workspace: string, onAttached: (file: AttachedFile) => void) {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const requests = useRef(new Map<string, XMLHttpRequest>());
  const update = (key: string, change: Partial<Upload>) =>
    setUploads((current) => current.map((upload) => (upload.key === key ? { ...upload, ...change } : upload)));
  const drop = (key: string) => {
    requests.current.get(key)?.abort();
    requests.current.delete(key);
    setUploads((current) => current.filter((upload) => upload.key !== key));
  };
  const send = (file: File) => {
    const key = crypto.randomUUID();
    setUploads((current) => [...current, { key, name: file.name, share: 0, problem: null }]);
    if (file.size > mostBytes) {
      update(key, { problem: 'Larger than 25 MB: no mail server takes it. Send a link instead.' });
      return;
    }
    const request = new XMLHttpRequest();
    requests.current.set(key, request);
    request.open('POST', `/api/files/${workspace}?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('content-type', file.type || 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => update(key, { share: loaded / Math.max(1, total) });
    request.onerror = () => update(key, { problem: 'The server did not answer. Remove it and try again.' });
    request.onload = () => {
      if (request.status !== 201) {
        update(key, { problem: problemOf(request.responseText) });
        return;
      }
      const { id, name, size } = JSON.parse(request.responseText) as AttachedFile;
      drop(key);
      onAttached({ id, name, size });
    };
    request.send(file);
  };
  return { uploads, send: (files: Iterable<File>) => [...files].forEach(send), drop };
}

function problemOf(answer: string): string {
  try {
    const { detail, error } = JSON.parse(answer) as { detail?: string; error?: { message?: string } };
    return detail ?? error?.message ?? 'It was not accepted.';
  } catch {
    return 'It was not accepted.';
  }
}
