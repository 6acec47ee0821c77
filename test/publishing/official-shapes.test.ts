import { expect, test } from 'vitest';
import { writeTurtle } from '#publishing/rdf/write-turtle.ts';
import { describeWithSharedData, sharedText } from '#test/shared-data.ts';
import { fullRecord, published } from './published-examples.ts';
import { shapeFaults } from './shape-check.ts';

const HEALTH = 'standards/healthdcat-ap-r8';
const BASE = 'standards/dcat-ap-3.0.1/html-shacl';

describeWithSharedData('a fully described register, as we write it', () => {
  const document = writeTurtle([published('eksempel.lungeregister', fullRecord)]);
  const faults = (path: string): string[] => shapeFaults(document, [sharedText(path)]);

  test('the examiner finds in the official example what the official engine finds: that it is public', () => {
    const found = shapeFaults(sharedText(`${HEALTH}/examples/ARCA.ttl`), [
      sharedText(`${HEALTH}/non-public-shapes.ttl`),
    ]);
    expect(found).toEqual([expect.stringContaining('accessRights: hasValue')]);
  });

  test('breaks no rule for non-public datasets of HealthDCAT-AP Release 8', () => {
    expect(faults(`${HEALTH}/non-public-shapes.ttl`)).toEqual([]);
  });

  test('gives every value the class that Release 8 expects', () => {
    expect(faults(`${HEALTH}/range.ttl`)).toEqual([]);
  });

  test('lacks of the recommended properties only the standard it follows', () => {
    expect(faults(`${HEALTH}/non-public-shapes_recommended.ttl`)).toEqual([
      expect.stringContaining('conformsTo: minCount 1'),
    ]);
  });

  test('breaks no rule of DCAT-AP 3.0.1', () => {
    expect(faults(`${BASE}/shapes.ttl`)).toEqual([]);
  });

  test('gives values the class that DCAT-AP expects, but for datasets that only their own catalogues describe', () => {
    expect(faults(`${BASE}/range.ttl`).filter((fault) => !/terms\/source|dcat#inSeries/.test(fault))).toEqual([]);
  });
});
