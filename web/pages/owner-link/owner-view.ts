/** What the API tells an owner. */
import type { paths } from '#client/api-types.ts';

type Json<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } };
}
  ? Body
  : never;

export type OwnerView = Json<'/v1/owner-links/{token}'>;

export type OwnerReport = Json<'/v1/owners/{id}/report'>;
