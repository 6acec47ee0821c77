/** Assesses one dataset: measures it, holds it to the profiles, and makes scores, findings and a grade of that. */
import type { Assessment, ProfileStanding } from '#schemas/assessment.ts';
import type { CatalogueEntry } from '#schemas/record.ts';
import { measureDescription, readTexts } from './measure/measure-description.ts';
import { measureArt77, measureArt78 } from './measure/measure-ehds.ts';
import { measureFacts } from './measure/measure-facts.ts';
import { measureFair } from './measure/measure-fair.ts';
import { measureMqa } from './measure/measure-mqa.ts';
import { measureTimeliness } from './measure/measure-timeliness.ts';
import type { Circumstances } from './measure/subject.ts';
import { ownFindings } from './own-findings.ts';
import { checkProfile } from './profiles/check-profile.ts';
import type { ProfileVerdict } from './profiles/profile.ts';
import { scoreAll } from './score/score-all.ts';

const standingOf = ({ profile, level, conforms, mandatory, recommended }: ProfileVerdict): ProfileStanding => ({
  profile,
  ...(level !== undefined && { level }),
  conforms,
  mandatory: { ...mandatory },
  recommended: { ...recommended },
});

/** The same entry under the same circumstances gives the same assessment. */
export function assess(entry: CatalogueEntry, circumstances: Circumstances): Assessment {
  const verdicts = (['dcat-ap-3', 'dcat-ap-dk-3', 'healthdcat-ap-r8'] as const).map((id) => checkProfile(entry, id));
  const profiles = verdicts.map(standingOf);
  const conforms = verdicts.find(({ profile }) => profile === 'dcat-ap-3')?.conforms === true;
  const texts = readTexts(entry);
  const measurements = [
    ...measureFacts(entry),
    ...measureMqa(entry, circumstances.links, conforms),
    ...measureArt77(entry),
    ...measureArt78(entry),
    ...measureFair(entry, circumstances.links),
    ...measureTimeliness(entry, circumstances),
    ...measureDescription(entry, texts),
  ];
  const { scores, grade } = scoreAll(measurements, profiles);
  const asked = verdicts.flatMap(({ findings }) => findings);
  const own = ownFindings({ entry, measurements, scores, texts, asked });
  return {
    dataset: entry.id,
    assessedAt: circumstances.now,
    measurements,
    profiles,
    scores,
    findings: [...asked, ...own],
    grade,
  };
}
