import { receiveUpload } from '@/features/imports/api/receive-upload';
import { createImport } from '@/features/imports/commands/create-import';
import { dryRunImport } from '@/features/imports/commands/dry-run-import';
import { mapImport } from '@/features/imports/commands/map-import';
import { startImport } from '@/features/imports/commands/start-import';
import { analyzeUpload } from '@/features/imports/commands/upload-import';
import { getImport } from '@/features/imports/queries/get-import';
import { acceptedImportSchema, uploadBodySchema, uploadFieldsSchema } from '@/features/imports/schemas/upload-import';
import { inWorkspace, type Tx } from '@/platform/db/in-workspace';
import { carryOutOnce, defineRawRoute } from '@/platform/http/define-route';
import { invalidInput } from '@/platform/http/to-app-error';

export const createImportRoute = defineRawRoute({
  name: 'create-import',
  method: 'POST',
  path: '/imports',
  permission: 'import.create',
  summary:
    'Import creators from a file; what is ambiguous and not given is refused with the choices. Poll the answer’s id',
  requestBody: { contentType: 'multipart/form-data', schema: uploadBodySchema },
  answer: acceptedImportSchema,
  status: 202,
  async respond(ctx, request) {
    const { kept, fields } = await receiveUpload(ctx, request);
    const parsed = uploadFieldsSchema.safeParse(fields);
    if (!parsed.success) throw invalidInput(parsed.error);
    const { mapping, preset, sheet, dryRun, ...settings } = parsed.data;
    const analysis = await analyzeUpload(ctx, kept, { preset, sheet });
    const carryOut = async (tx: Tx) => {
      const id = await createImport(tx, { ...kept, analysis });
      await mapImport(tx, { id, mapping, settings });
      await (dryRun ? dryRunImport(tx, { id }) : startImport(tx, { id }));
      const { id: outside, state } = await getImport(tx, id);
      return { status: 202, body: JSON.stringify({ id: outside, state }) };
    };
    const key = request.headers.get('idempotency-key');
    const asked = `POST /api/v1/imports\n${kept.stored.hash} ${kept.name}\n${JSON.stringify(fields)}`;
    const answer = key ? await carryOutOnce(ctx, { key, request: asked }, carryOut) : await inWorkspace(ctx, carryOut);
    return new Response(answer.body, { status: answer.status, headers: { 'content-type': 'application/json' } });
  },
});
