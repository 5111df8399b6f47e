import type { MergeField } from '@/features/threads/model/merge-fields';

export const mergeFieldLabels: Record<MergeField, string> = {
  'creator.greeting': 'Greeting',
  'creator.displayName': 'Name',
  'creator.givenName': 'Given name',
  'creator.familyName': 'Family name',
  'creator.companyName': 'Company',
  'creator.handle': 'Main handle',
  'brand.name': 'Our brand',
  'brand.legalEntity': 'Our legal entity',
  'brand.postalAddress': 'Our postal address',
  'sender.name': 'My name',
  'sender.address': 'My address',
};
