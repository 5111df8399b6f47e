import type { OnDuplicate } from './batch-draft';
import type { FileAnalysis } from './analyze-file';
import type { ImportSettings } from './import-settings';
import type { ImportPlan } from './plan-import';
import type { SourceRow } from './source-row';

/** `Import.analysis`: what the file is, and its first rows for the preview. */
export interface StoredAnalysis extends FileAnalysis {
  firstRows: SourceRow[];
}

/** `Import.settings`: what was decided, and, once mapped, the plan every reading follows. */
export interface StoredSettings extends ImportSettings {
  onDuplicate?: OnDuplicate;
  asOf?: string;
  source?: string;
  plan?: ImportPlan;
}
