/** The owners that the example speaks of. */
import type { Text } from './register.ts';

export interface ExampleOwner {
  readonly id: string;
  readonly name: Text;
  readonly homepage: string;
}

const owners: readonly ExampleOwner[] = [
  {
    id: 'sundhedsdatastyrelsen',
    name: { da: 'Sundhedsdatastyrelsen', en: 'Danish Health Data Authority' },
    homepage: 'https://sundhedsdatastyrelsen.dk/',
  },
  { id: 'ssi', name: { da: 'Statens Serum Institut', en: 'Statens Serum Institut' }, homepage: 'https://www.ssi.dk/' },
  {
    id: 'rkkp',
    name: { da: 'Region Midtjylland / RKKP (nu SundK)', en: 'Central Denmark Region / RKKP (now SundK)' },
    homepage: 'https://www.rkkp.dk/',
  },
  { id: 'cpr-kontoret', name: { da: 'CPR-kontoret', en: 'CPR Office' }, homepage: 'https://www.cpr.dk/' },
  {
    id: 'star',
    name: {
      da: 'Styrelsen for Arbejdsmarked og Rekruttering',
      en: 'Danish Agency for Labour Market and Recruitment',
    },
    homepage: 'https://www.star.dk/',
  },
  {
    id: 'kombit',
    name: { da: 'KOMBIT / KL for kommunerne', en: 'KOMBIT / KL for the municipalities' },
    homepage: 'https://kombit.dk/',
  },
  { id: 'kl', name: { da: 'KL', en: 'KL – Local Government Denmark' }, homepage: 'https://www.kl.dk/' },
  {
    id: 'ku',
    name: { da: 'Københavns Universitet', en: 'University of Copenhagen' },
    homepage: 'https://www.ku.dk/',
  },
  {
    id: 'sundhedsprofilen',
    name: {
      da: 'Regionerne, Sundhedsstyrelsen og Statens Institut for Folkesundhed',
      en: 'The regions, the Danish Health Authority and the National Institute of Public Health',
    },
    homepage: 'https://www.danskernessundhed.dk/',
  },
  {
    id: 'ncrr',
    name: { da: 'Center for Registerforskning, Aarhus Universitet', en: 'NCRR, Aarhus University' },
    homepage: 'https://ncrr.au.dk/',
  },
];

const byId = new Map(owners.map((owner) => [owner.id, owner]));

/** The owner with an id; undefined where a register names none. */
export const ownerOf = (id: string | undefined): ExampleOwner | undefined => byId.get(id ?? '');
