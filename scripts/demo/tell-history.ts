import { createCreator } from '@/features/creators/commands/create-creator';
import { createNote } from '@/features/creators/commands/create-note';
import { createQuote } from '@/features/creators/commands/create-quote';
import { setStage } from '@/features/creators/commands/set-stage';
import { updatePreferences } from '@/features/creators/commands/update-preferences';
import type { Stage } from '@/features/creators/model/vocabulary';
import { createCreatorSchema } from '@/features/creators/schemas/create-creator';
import { createNoteSchema } from '@/features/creators/schemas/note';
import { createQuoteSchema } from '@/features/creators/schemas/quote';
import { updatePreferencesSchema } from '@/features/creators/schemas/preferences';
import { inWorkspace, type Tx } from '@/platform/db/in-workspace';
import { encodeId } from '@/shared/ids';
import type { Role } from '@/shared/permissions';
import { addOwnFields } from './add-own-fields';
import { demoCreators, type DemoCreator } from './creators.data';
import type { DemoWorkspace, Step } from './demo-workspace';
import { handOutTasks } from './hand-out-tasks';
import { introduceManagers } from './introduce-managers';
import { recordFollowers } from './record-followers';
import { tellConversations } from './tell-conversations';
import { writeFirstMails } from './write-first-mails';

const day = 24 * 60 * 60_000;
const road: Stage[] = ['prospect', 'contacted', 'in_conversation', 'active', 'ambassador'];

/** Two years of work with 40 creators, by the product's own commands. */
export async function tellHistory(workspace: DemoWorkspace): Promise<void> {
  const now = Date.now();
  const ids = new Map<string, string>();
  const ownValues = await addOwnFields(workspace, new Date(now - 800 * day));
  const steps = demoCreators.flatMap((creator, index) => stepsOf(creator, { index, now, ids, workspace, ownValues }));
  steps.sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const step of steps) await inWorkspace(workspace.as(step.by, step.at), (tx) => step.run(tx));
  await introduceManagers(workspace, ids);
  await tellConversations(workspace);
  await writeFirstMails(workspace, ids);
  await handOutTasks(workspace, ids);
}

interface Telling {
  index: number;
  now: number;
  ids: Map<string, string>;
  workspace: DemoWorkspace;
  /** Values of custom fields of the creator with this number. */
  ownValues: (index: number) => Record<string, string>;
}

function stepsOf(creator: DemoCreator, telling: Telling): Step[] {
  const { index, now, ids, workspace, ownValues } = telling;
  const began = now - (90 + ((index * 53) % 600)) * day - index * 61 * 60_000;
  const at = (share: number) => new Date(began + (now - 2 * day - began) * share + index * 7 * 60_000);
  const by = creator.owner ?? 'marketer';
  const idOf = () => ids.get(creator.name) ?? '';
  const steps: Step[] = [
    {
      at: at(0),
      by,
      run: async (tx) => {
        const input = { ...inputOf(creator, workspace), custom: ownValues(index) };
        return ids.set(creator.name, await createCreator(tx, createCreatorSchema.parse(input)));
      },
    },
    ...stagesOf(creator.stage).map((stage, step, all) => ({
      at: at(0.1 + (0.8 * step) / all.length),
      by,
      run: (tx: Tx) => setStage(tx, { creatorIds: [idOf()], stage }),
    })),
    ...recordFollowers(creator, { idOf, now, began: at(0).getTime() }),
  ];
  const outside = () => encodeId('creator', idOf());
  if (creator.note) {
    const html = `<p>${creator.note}</p>`;
    const pinned = creator.stage !== 'declined';
    steps.push({
      at: at(0.55),
      by,
      run: (tx) => createNote(tx, createNoteSchema.parse({ creatorId: outside(), html, pinned })),
    });
  }
  if (creator.likes) {
    const { avoids, ...rest } = creator.likes;
    const input = { ...rest, ...(avoids && { brandsToAvoid: avoids }) };
    steps.push({
      at: at(0.5),
      by,
      run: (tx) => updatePreferences(tx, updatePreferencesSchema.parse({ creatorId: outside(), ...input })),
    });
  }
  return [...steps, ...quotesOf(creator, { at, by, outside })];
}

function quotesOf(
  creator: DemoCreator,
  told: { at: (share: number) => Date; by: Role; outside: () => string },
): Step[] {
  return (creator.quotes ?? []).map(([format, amountMinor, currency, kind], position) => {
    const at = told.at(0.4 + position * 0.15);
    const saidBy = creator.manager ?? creator.name;
    const quote = { format, amountMinor, currency, kind, quotedOn: at.toISOString().slice(0, 10), saidBy };
    return {
      at,
      by: told.by,
      run: (tx) => createQuote(tx, createQuoteSchema.parse({ creatorId: told.outside(), ...quote })),
    };
  });
}

function stagesOf(stage: Stage): Stage[] {
  const place = road.indexOf(stage);
  return place >= 0 ? road.slice(1, place + 1) : ['contacted', stage];
}

function inputOf(creator: DemoCreator, { members }: DemoWorkspace) {
  return {
    displayName: creator.name,
    greeting: creator.greeting,
    formality: creator.familiar ? 'familiar' : 'formal',
    pronouns: creator.pronouns,
    country: creator.country,
    city: creator.city,
    timeZone: creator.zone,
    languages: creator.languages,
    handles: creator.handles.map(([platform, name], position) => ({
      platform,
      name: platform === 'blog' ? `https://${name}` : name,
      isPrimary: position === 0,
    })),
    emails: creator.email
      ? [{ address: creator.email, isPrimary: true, source: 'public profile', legalBasis: 'legitimate_interest' }]
      : [],
    tags: creator.tags,
    legalBasis: 'legitimate_interest',
    sourceNote: 'Research for the 2025 roster',
    ...(creator.owner && { ownerId: encodeId('membership', members[creator.owner].membershipId) }),
  };
}
