/** Parts of a JSON document that is read without a type for it: what is not there reads as empty. */
import type { Json } from './document.ts';

export type JsonObject = { readonly [name: string]: Json };

export const isJsonObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const object = (value: Json | undefined): JsonObject => (isJsonObject(value) ? value : {});

export const list = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);

export const string = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
