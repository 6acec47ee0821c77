/** A report in one language, in the order in which a busy owner needs it: what to do stands before what there is to know. */
import type { OwnerReport } from '#schemas/owner-report.ts';
import { actionsSection, placesSection } from './content/action-sections.ts';
import { changesSection } from './content/changes-section.ts';
import { overviewSection } from './content/overview-section.ts';
import { registersSection } from './content/register-sections.ts';
import { deadLinksSection, problemsSection, unconfirmedSection } from './content/trouble-sections.ts';
import type { ReportDocument } from './document.ts';
import { type ReportLanguage, wordingOf } from './wording.ts';

/** What HTML and PDF both render. */
export function reportDocument(report: OwnerReport, language: ReportLanguage): ReportDocument {
  const wording = wordingOf(language);
  const owner = wording.ownerName(report.owner);
  return {
    language,
    owner,
    title: wording.words.title(owner),
    made: wording.words.made(wording.day(report.at)),
    at: report.at,
    lead: wording.words.lead,
    sections: [
      overviewSection(report, wording),
      actionsSection(report, wording),
      ...placesSection(report, wording),
      ...changesSection(report, wording),
      ...problemsSection(report, wording),
      ...deadLinksSection(report, wording),
      ...unconfirmedSection(report, wording),
      ...registersSection(report, wording),
    ],
  };
}
