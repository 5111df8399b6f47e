import { type CustomCondition } from '@/features/creators/model/filter';
import type { CustomFieldType } from '@/features/creators/model/vocabulary';

type Fits = (condition: CustomCondition) => boolean;

const isEmptiness: Fits = ({ operator }) => operator === 'is_empty' || operator === 'is_not_empty';

const fitsText: Fits = (condition) =>
  isEmptiness(condition) ||
  (['is', 'is_not', 'contains', 'starts_with'].includes(condition.operator) &&
    'value' in condition &&
    typeof condition.value === 'string');

/** Which tests each type of custom field takes. */
export const customTests: Record<CustomFieldType, Fits> = {
  text: fitsText,
  url: fitsText,
  number: (condition) =>
    isEmptiness(condition) ||
    ['at_least', 'at_most'].includes(condition.operator) ||
    (condition.operator === 'between' && 'min' in condition.value),
  date: (condition) =>
    isEmptiness(condition) ||
    ['before', 'after', 'within_last', 'not_within_last'].includes(condition.operator) ||
    (condition.operator === 'between' && 'from' in condition.value),
  boolean: (condition) =>
    isEmptiness(condition) || (condition.operator === 'is' && typeof condition.value === 'boolean'),
  select: (condition) => isEmptiness(condition) || ['any_of', 'none_of'].includes(condition.operator),
  multi_select: (condition) => isEmptiness(condition) || ['any_of', 'all_of', 'none_of'].includes(condition.operator),
};
