/** Header, navigation and footer, as the Danish common design system has them. */
import type { ComponentChildren, JSX } from 'preact';
import { useLocation } from 'preact-iso';
import { inOther, useSpeech } from './language.tsx';
import type { WordKey } from './words/table.ts';

/** The pages that every page leads to. */
const PAGES: readonly (readonly [path: string, label: WordKey])[] = [
  ['/', 'nav.map'],
  ['/variables', 'nav.variables'],
  ['/owners', 'nav.owners'],
  ['/themes', 'nav.themes'],
  ['/changes', 'nav.changes'],
  ['/about', 'nav.about'],
];

function Navigation(): JSX.Element {
  const { say, to } = useSpeech();
  const { path } = useLocation();
  const isHere = (page: string) => (page === '/' ? path === to('/') || path === to('') : path.startsWith(to(page)));
  return (
    <nav class="navigation-menu" aria-label={say('nav.label')}>
      <div class="navigation-menu-inner container">
        <ul class="mainmenu">
          {PAGES.map(([page, label]) => (
            <li key={page} class={isHere(page) ? 'active' : ''}>
              <a class="nav-link" href={to(page)} aria-current={isHere(page) ? 'page' : undefined}>
                <span>{say(label)}</span>
              </a>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  );
}

function Header(): JSX.Element {
  const { say, to, language } = useSpeech();
  const { url } = useLocation();
  const other = language === 'da' ? 'en' : 'da';
  return (
    <header class="header">
      <div class="solution-info">
        <div class="solution-info-inner container">
          <div class="solution-heading">
            <a href={to('/')}>{say('site.name')}</a>
            <p class="site-claim">{say('site.claim')}</p>
          </div>
          <a class="language-link" href={inOther(url, language)} lang={other} hreflang={other}>
            {say('language.other')}
          </a>
        </div>
      </div>
      <Navigation />
    </header>
  );
}

/** What the footer leads to that is no page of ours: the API's own addresses. */
const OUTSIDE: readonly (readonly [href: string, label: WordKey])[] = [
  ['/docs', 'footer.api'],
  ['/v1/feeds/atom.xml', 'footer.atom'],
  ['/v1/catalog.ttl', 'footer.catalog'],
];

function Footer(): JSX.Element {
  const { say, to } = useSpeech();
  return (
    <footer class="site-footer">
      <div class="container">
        <p>{say('footer.note')}</p>
        <ul class="footer-list">
          <li>
            <a href={to('/accessibility')}>{say('footer.accessibility')}</a>
          </li>
          {OUTSIDE.map(([href, label]) => (
            <li key={href}>
              <a href={href}>{say(label)}</a>
            </li>
          ))}
          <li>
            <a href={to('/operator')}>{say('nav.operator')}</a>
          </li>
        </ul>
      </div>
    </footer>
  );
}

/** Puts a page between header and footer. */
export function Layout({ children }: { readonly children: ComponentChildren }): JSX.Element {
  const { say } = useSpeech();
  return (
    <>
      <a class="skipnav" href="#main">
        {say('skip.main')}
      </a>
      <Header />
      <main id="main" class="container page-container" tabIndex={-1}>
        {children}
      </main>
      <Footer />
    </>
  );
}
