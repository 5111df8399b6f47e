'use client';

import dynamic from 'next/dynamic';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { useCommand } from '@/features/imports/components/use-command';
import { useImport } from '@/features/imports/components/use-import';
import type { Import } from '@/features/imports/schemas/import';
import { useWorkspace } from '@/ui/shell/workspace-scope';

const MappingScreen = dynamic(() =>
  import('@/features/imports/components/mapping/mapping-screen').then((module) => module.MappingScreen),
);
const ExpectedScreen = dynamic(() =>
  import('@/features/imports/components/progress/expected-screen').then((module) => module.ExpectedScreen),
);
const RunningScreen = dynamic(() =>
  import('@/features/imports/components/progress/running-screen').then((module) => module.RunningScreen),
);
const ReportScreen = dynamic(() =>
  import('@/features/imports/components/report/report-screen').then((module) => module.ReportScreen),
);

/** One import from its upload to its report; what is shown follows its state. */
export function ImportScreen({ initial }: { initial: Import }) {
  const { slug } = useWorkspace();
  const followed = useImport(slug, initial);
  const command = useCommand(followed);
  const [step, setStep] = useQueryState('step', parseAsStringLiteral(['mapping']));
  const { state } = followed.current;
  const props = { followed, command };
  if (state === 'uploaded' || state === 'mapped')
    return <MappingScreen {...props} onChecking={() => void setStep(null)} />;
  if (state === 'dry_run' && step === 'mapping') {
    return <MappingScreen {...props} onChecking={() => void setStep(null)} onBack={() => void setStep(null)} />;
  }
  if (state === 'dry_run') return <ExpectedScreen {...props} onRemap={() => void setStep('mapping')} />;
  if (state === 'running' || state === 'paused') return <RunningScreen {...props} />;
  return <ReportScreen {...props} />;
}
