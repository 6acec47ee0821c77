/** The addresses by which a person's contact is erased. */
import { Erasure } from '#functions/shared/erased-contacts.ts';
import { Contact } from '../erasures.ts';
import { NoQuery } from '../request.ts';
import { Address, linksTo, pageOf } from './common.ts';
import { type Descriptions, jsonAnswer } from './operation.ts';

const ErasureItem = Erasure.extend({
  id: Erasure.shape.id.describe('A keyed hash: the address is kept nowhere.'),
  links: linksTo({ self: Address }),
}).meta({ id: 'Erasure' });

const ERASING = { tag: 'Harvesting', access: 'operator', query: NoQuery } as const;

export const erasureDescriptions: Descriptions = {
  '/v1/erasures': {
    GET: {
      ...ERASING,
      id: 'listErasures',
      summary: 'Which contacts were erased, and how far that has come',
      answers: jsonAnswer('All of them, newest first, without their addresses.', pageOf(ErasureItem, {})),
    },
    POST: {
      ...ERASING,
      id: 'eraseContact',
      summary: 'Erase the contact of a person',
      description:
        'No harvest takes the address in any more, and what is kept is gone through within the hour: descriptions are published anew without the contact, with the cause `contact-erased`, and what was published before is rewritten. What it cannot reach stands in docs/personal-data.md.',
      unnotedBody: true,
      body: { 'application/json': Contact },
      answers: { 202: { description: 'It has begun.', contents: { 'application/json': ErasureItem } } },
    },
  },
  '/v1/erasures/{id}': {
    GET: {
      ...ERASING,
      id: 'showErasure',
      summary: 'How far the erasure of a contact has come',
      answers: jsonAnswer('The erasure.', ErasureItem),
      problems: ['not-found'],
    },
  },
};
