/** One register among the results: what it is, whose, since when, how well it is described, and where the question was found. */
import type { JSX } from 'preact';
import { type Speech, useSpeech } from '../../language.tsx';
import { GradeMark } from '../../parts/grade-mark.tsx';
import { Highlight } from '../../parts/highlight.tsx';
import { facetValueLabel } from './facet-label.ts';
import { periodText, stretchesOf } from './periods.ts';
import type { Facets, Found } from './use-search.ts';

interface ResultItemProps {
  readonly item: Found;
  readonly facets: Facets | undefined;
}

/** What a register is, by its type, else by its theme; undefined where neither is told. */
function kindText({ type, themes = [] }: Found, facets: Facets | undefined, speech: Speech): string | undefined {
  if (type) return facetValueLabel('type', type, facets, speech);
  const [theme] = themes;
  return theme === undefined ? undefined : facetValueLabel('theme', theme, facets, speech);
}

function Title({ item }: { readonly item: Found }): JSX.Element {
  const { read, langOf, to } = useSpeech();
  const { id, title, highlights } = item;
  // The mark may be in the title of the other language: the one that is shown is shown without it then.
  const marked = read(highlights?.title);
  const isSame = langOf(highlights?.title) === langOf(title);
  return (
    <h3 class="h5 result-title">
      <a href={to(`/registers/${encodeURIComponent(id)}`)} lang={langOf(title)}>
        {marked && isSame ? <Highlight html={marked} /> : read(title) || id}
      </a>
    </h3>
  );
}

function FoundIn({ item }: { readonly item: Found }): JSX.Element | null {
  const { say, read, langOf } = useSpeech();
  const { description, alternative, keyword, variable } = item.highlights ?? {};
  const lists = [
    [say('map.found.variable'), variable],
    [say('map.found.alternative'), alternative],
    [say('map.found.keyword'), keyword],
  ] as const;
  return (
    <>
      {description && read(description) && (
        <p class="result-text" lang={langOf(description)}>
          <Highlight html={read(description)} />
        </p>
      )}
      {lists.map(([label, texts]) =>
        texts && texts.length > 0 ? (
          <p class="result-text" key={label}>
            {label}{' '}
            {texts.map((html, place) => (
              <span key={html}>
                {place > 0 && ', '}
                <Highlight html={html} />
              </span>
            ))}
          </p>
        ) : null,
      )}
    </>
  );
}

export function ResultItem({ item, facets }: ResultItemProps): JSX.Element {
  const speech = useSpeech();
  const { say, read, langOf } = speech;
  const { publisher, periods = [], quality, source } = item;
  const kind = kindText(item, facets, speech);
  const period = periodText(stretchesOf(periods), { now: say('map.now'), unknown: '?' });
  const owner = read(publisher) || facetValueLabel('source', source, facets, speech);
  return (
    <li class="result">
      <Title item={item} />
      <p class="result-facts">
        <span lang={langOf(publisher)}>{owner}</span>
        {kind !== undefined && <span>{kind}</span>}
        <span>{period || say('map.period.none')}</span>
        <span>
          {say('map.description')} <GradeMark letter={quality?.letter} />
        </span>
      </p>
      <FoundIn item={item} />
    </li>
  );
}
