import { z } from 'zod';
import type { IdKind } from '@/shared/ids';

export type SubjectIds = Partial<Record<IdKind, string>>;

interface JsonSchema {
  type?: string | string[];
  description?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema | boolean;
  enum?: unknown[];
  const?: unknown;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  format?: string;
  minLength?: number;
  minimum?: number;
  exclusiveMinimum?: number;
  minItems?: number;
  default?: unknown;
}

/** What a bare sample of the type would not do for, by the field's name. */
const samples: Record<string, unknown> = {
  address: 'someone@theirs.example',
  currency: 'EUR',
  auth: 'abcdefghijklmnopqrstuv',
  digestAt: '08:00',
  endpoint: 'https://push.theirs.example/x',
  host: 'mail.theirs.example',
  filter: { combine: 'and', conditions: [] },
  metrics: { followers: 1 },
  name: 'https://instagram.com/theirs',
  number: '+4930123456',
  p256dh: 'abcdefghijklmnopqrstuvwxyz',
  quietFrom: '20:00',
  quietUntil: '07:00',
  timeZone: 'Europe/Berlin',
  webhook: 'https://hooks.theirs.example/x',
};

/**
 * The smallest input that a schema takes, with every id in it, optional ones too, pointing at these subjects: what someone
 * would send who knows the ids of another workspace.
 */
export function sampleInput(schema: z.ZodType, ids: SubjectIds): unknown {
  return valueOf(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as JsonSchema, ids);
}

function valueOf(schema: JsonSchema, ids: SubjectIds): unknown {
  const kind = idKindOf(schema);
  if (kind) return ids[kind] ?? '';
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return valueOf(choiceOf(choices), ids);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => valueOf(part, ids))) as unknown;
  return typedValueOf(schema, ids);
}

function choiceOf(choices: JsonSchema[]): JsonSchema {
  return choices.find(mentionsId) ?? choices.find((choice) => choice.type !== 'null') ?? {};
}

function typedValueOf(schema: JsonSchema, ids: SubjectIds): unknown {
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'object':
      return objectOf(schema, ids);
    case 'array':
      return typeof schema.items === 'object' ? [valueOf(schema.items, ids)] : [];
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, (schema.exclusiveMinimum ?? 0) + 1);
    case 'boolean':
      return true;
    default:
      return textOf(schema);
  }
}

function objectOf(schema: JsonSchema, ids: SubjectIds): Record<string, unknown> {
  const wanted = Object.entries(schema.properties ?? {}).filter(
    ([name, property]) => (schema.required?.includes(name) && property.default === undefined) || mentionsId(property),
  );
  return Object.fromEntries(
    wanted.map(([name, property]) => [
      name,
      idKindOf(property) ? valueOf(property, ids) : (sampleOf(name, property) ?? valueOf(property, ids)),
    ]),
  );
}

function sampleOf(name: string, property: JsonSchema): unknown {
  // A filter of the inbox is another than one of creators.
  return property.type === 'array' || property.properties?.view ? undefined : samples[name];
}

function textOf(schema: JsonSchema): string {
  if (schema.format === 'email') return 'someone@theirs.example';
  if (schema.format === 'date') return '2026-01-01';
  if (schema.format === 'date-time') return '2026-01-01T00:00:00Z';
  if (schema.format === 'uuid') return '01900000-0000-7000-8000-000000000000';
  return 'sample text'.padEnd(schema.minLength ?? 0, 'x');
}

function idKindOf(schema: JsonSchema): IdKind | null {
  return (/^Id of an? (\w+): /.exec(schema.description ?? '')?.[1] ?? null) as IdKind | null;
}

function mentionsId(schema: JsonSchema): boolean {
  if (idKindOf(schema)) return true;
  const parts = [
    ...(schema.anyOf ?? []),
    ...(schema.oneOf ?? []),
    ...(typeof schema.items === 'object' ? [schema.items] : []),
  ];
  return parts.some(mentionsId);
}
