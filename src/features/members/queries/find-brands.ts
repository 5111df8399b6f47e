import type { BrandDto } from '@/features/members/schemas/brand';
import type { Tx } from '@/platform/db/in-workspace';
import { encodeId } from '@/shared/ids';

/** The brands of this workspace that the Context works on, by name. */
export async function findBrands(tx: Tx): Promise<BrandDto[]> {
  const { brandIds } = tx.ctx.scope;
  const brands = await tx.db.brand.findMany({
    where: { archivedAt: null, ...(brandIds !== 'all' && { id: { in: [...brandIds] } }) },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  return brands.map((brand) => ({
    id: encodeId('brand', brand.id),
    name: brand.name,
    legalEntity: brand.legalEntity,
    postalAddress: brand.postalAddress,
    senderName: brand.senderName,
    currency: brand.currency,
    reportingZone: brand.reportingZone,
    competitors: brand.competitors,
  }));
}
