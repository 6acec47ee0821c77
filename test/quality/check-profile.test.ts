import { describe, expect, test } from 'vitest';
import { checkProfile } from '#quality/profiles/check-profile.ts';

describe('a profile', () => {
  test('is kept by what has every mandatory property, and warns of what it recommends', () => {
    const record = { title: { da: 'Cancerregisteret' }, description: { da: 'Alle kræfttilfælde i Danmark.' } };
    const { conforms, mandatory, findings } = checkProfile({ kind: 'Dataset', record }, 'dcat-ap-3');

    expect({ conforms, mandatory }).toEqual({ conforms: true, mandatory: { met: 2, of: 2 } });
    expect(new Set(findings.map(({ severity }) => severity))).toEqual(new Set(['warning']));
    expect(findings.map(({ property }) => property)).toContain('keyword');
  });

  test('is broken by each mandatory property that is not there', () => {
    const { conforms, findings } = checkProfile({ kind: 'Dataset', record: { title: { da: 'x' } } }, 'dcat-ap-3');

    expect(conforms).toBe(false);
    expect(findings).toContainEqual({
      code: 'dcat-ap-3.missing.Dataset.description',
      set: 'dcat-ap-3',
      fault: 'missing',
      severity: 'violation',
      class: 'Dataset',
      property: 'description',
      path: 'description',
    });
  });

  test('for health asks more of non-public data, and takes a record without a level for non-public', () => {
    const access = 'http://publications.europa.eu/resource/authority/access-right/PUBLIC';
    const open = checkProfile({ kind: 'Dataset', record: { accessRights: access } }, 'healthdcat-ap-r8');
    const silent = checkProfile({ kind: 'Dataset', record: {} }, 'healthdcat-ap-r8');

    expect([open.level, silent.level]).toEqual(['public', 'nonPublic']);
    expect(silent.mandatory.of).toBeGreaterThan(open.mandatory.of);
  });
});
