/** The clinical quality databases. */
import type { Register } from './register.ts';
import { cancerRegisters } from './registers-cancer.ts';
import { chronicRegisters } from './registers-chronic.ts';
import { heartRegisters } from './registers-heart.ts';
import { surgeryRegisters } from './registers-surgery.ts';

export const clinicalRegisters: readonly Register[] = [
  ...cancerRegisters,
  ...surgeryRegisters,
  ...heartRegisters,
  ...chronicRegisters,
];
