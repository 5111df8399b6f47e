import type { CreatorFields } from '@/features/creators/schemas/create-creator';
import { Prisma } from '@/generated/prisma/client';
import { foldName, foldText } from '@/shared/identity/fold-name';

/** The name with the two forms it is found and sorted by. */
export function nameColumns(displayName: string) {
  return { displayName, foldedName: foldName(displayName), sortName: foldText(displayName) };
}

/** Fields as given → columns as Prisma wants them; what is absent stays absent, null empties. */
export function toCreatorColumns(fields: Partial<CreatorFields>) {
  const { displayName, birthday, shippingAddress, billingAddress, sizes, custom: _custom, ...plain } = fields;
  return {
    ...pick(plain),
    ...(displayName !== undefined && nameColumns(displayName)),
    ...(birthday !== undefined && { birthday: birthday === null ? null : new Date(`${birthday}T00:00:00Z`) }),
    ...(shippingAddress !== undefined && { shippingAddress: shippingAddress ?? Prisma.DbNull }),
    ...(billingAddress !== undefined && { billingAddress: billingAddress ?? Prisma.DbNull }),
    ...(sizes !== undefined && { sizes: sizes ?? Prisma.DbNull }),
  };
}

const plainColumns = [
  'givenName',
  'familyName',
  'greeting',
  'formality',
  'legalName',
  'companyName',
  'pronouns',
  'timeZone',
  'languages',
  'country',
  'city',
  'billingEntity',
  'vatId',
  'vendorNumber',
  'sourceNote',
  'legalBasis',
] as const;
type Plain = Pick<Partial<CreatorFields>, (typeof plainColumns)[number]>;

/** Of an input that holds more than columns, only the columns. */
function pick(fields: Plain): Plain {
  return Object.fromEntries(
    plainColumns.filter((column) => fields[column] !== undefined).map((column) => [column, fields[column]]),
  );
}
