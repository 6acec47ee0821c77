/** Every register of the example, and which of its sites describe it. */
import type { Register } from './register.ts';
import { clinicalRegisters } from './registers-clinical.ts';
import { nationalRegisters } from './registers-national.ts';
import { otherRegisters } from './registers-other.ts';

/** All registers. */
export const registers: readonly Register[] = [...nationalRegisters, ...clinicalRegisters, ...otherRegisters];

/** The sites, by the name that they have in addresses. */
export type SiteName =
  | 'registeroplysninger'
  | 'dokumentation'
  | 'forskningsregistre'
  | 'fillister'
  | 'kvalitetsdatabaser'
  | 'personregistre'
  | 'kommunedata'
  | 'undersoegelser';

const listed: Readonly<Record<SiteName, readonly string[]>> = {
  registeroplysninger: ['car', 'dar', 'lrp', 'mfr', 'bdb', 'tvang', 'minipas', 'ndr', 'kos', 'smr', 'rlrr'],
  dokumentation: ['lpr', 'lsr', 'ruks', 'ssr'],
  forskningsregistre: ['pcr', 'cshrr', 'dnbc', 'dd2', 'lpr', 'car'],
  fillister: ['ddv', 'miba', 'covid', 'dnb'],
  kvalitetsdatabaser: clinicalRegisters.map(({ id }) => id),
  personregistre: ['cpr', 'dream'],
  kommunedata: ['flis', 'klgateway'],
  undersoegelser: ['sundhedsprofil', 'coplab'],
};

/**
 * The two registers that two sites describe, as in real life: one counts from the year with the first data, the other from
 * the year in which the register was set up (1943 and 1942 for Cancerregisteret, 1977 and 1976 for Landspatientregisteret).
 */
const firstYearIsFounding: ReadonlySet<SiteName> = new Set(['forskningsregistre']);

const byId = new Map(registers.map((register) => [register.id, register]));

/** The registers of a site, as that site tells of them. */
export const registersOf = (site: SiteName): Register[] =>
  listed[site].flatMap((id) => {
    const register = byId.get(id);
    if (!register) return [];
    const { established } = register;
    return firstYearIsFounding.has(site) && established !== undefined
      ? [{ ...register, first: established }]
      : [register];
  });
