import { createCustomField } from '@/features/creators/commands/create-custom-field';
import { inWorkspace } from '@/platform/db/in-workspace';
import { encodeId } from '@/shared/ids';
import type { DemoWorkspace } from './demo-workspace';

const skinTypes = ['Dry', 'Combination', 'Oily', 'Sensitive'];

/**
 * What this brand notes of creators and nobody else does: their skin, and when the welcome parcel left. Answers the values
 * of the creator with this number; not everyone was asked.
 */
export async function addOwnFields(
  workspace: DemoWorkspace,
  at: Date,
): Promise<(index: number) => Record<string, string>> {
  const skin = await inWorkspace(workspace.as('admin', at), async (tx) => {
    await createCustomField(tx, { label: 'Welcome parcel sent', type: 'date' });
    return createCustomField(tx, { label: 'Skin type', type: 'select', options: skinTypes });
  });
  return (index) => {
    const value = skinTypes[index % 5];
    return value ? { [encodeId('customField', skin)]: value } : {};
  };
}
