/** A finding in words, whoever asks for it: what is wrong, what should stand there, and an example. */
import type { Finding } from '#schemas/finding.ts';
import type { WordedFinding } from '#schemas/owner-report-input.ts';
import { ownFindingText } from './own-finding-text.ts';
import { findingText } from './profiles/finding-text.ts';

/** The finding with its words: those of its own set where it has any, those of the profiles otherwise. */
export function wordFinding(finding: Finding): WordedFinding {
  const { sentence, shouldBe, example } = findingText(finding);
  return { ...finding, text: ownFindingText(finding) ?? sentence, shouldBe, ...(example && { example }) };
}
