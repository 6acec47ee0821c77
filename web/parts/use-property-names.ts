/** The names of properties for a page that shows records as text. */
import { useMemo } from 'preact/hooks';
import { api } from '../api/client.ts';
import { answerOf } from '../api/failure.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useSpeech } from '../language.tsx';
import { type Names, namesOf, noNames } from './property-names.ts';

/** Keys until the table is there; the browser keeps it for a day. */
export function usePropertyNames(): Names {
  const { language } = useSpeech();
  const { held } = useAnswer('properties', (signal) => answerOf(api.GET('/v1/properties', { signal })));
  const properties = held?.value;
  return useMemo(() => (properties ? namesOf(properties, language) : noNames), [properties, language]);
}
