'use client';

import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import { onFirstNote } from './notify';

const ToastList = dynamic(() => import('./toast-list').then((module) => module.ToastList), { ssr: false });

/** Where short notes appear; once, in the root layout. Say something with `notify`. */
export function Toaster() {
  const [needed, setNeeded] = useState(false);
  useEffect(() => onFirstNote(() => setNeeded(true)), []);
  return needed ? <ToastList /> : null;
}
