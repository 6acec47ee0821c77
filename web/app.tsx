/** Which address is which page, and what stands around all of them. */
import type { JSX } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { ErrorBoundary, LocationProvider, lazy, Route, Router, useLocation } from 'preact-iso';
import { languageOf, Speaking } from './language.tsx';
import { Layout } from './layout.tsx';
import { MapPage } from './pages/map/map-page.tsx';
import { MissingPage } from './pages/missing-page.tsx';
import { operatorRoutes } from './pages/operator/routes.tsx';
import { toPart } from './parts/to-part.ts';

const OwnerLinkPage = lazy(async () => (await import('./pages/owner-link/owner-link-page.tsx')).OwnerLinkPage);
const RegisterPage = lazy(async () => (await import('./pages/register/register-page.tsx')).RegisterPage);
const VariablesPage = lazy(async () => (await import('./pages/variables/variables-page.tsx')).VariablesPage);
const VariablePage = lazy(async () => (await import('./pages/variables/variable-page.tsx')).VariablePage);
const OwnersPage = lazy(async () => (await import('./pages/owners/owners-page.tsx')).OwnersPage);
const OwnerPage = lazy(async () => (await import('./pages/owners/owner-page.tsx')).OwnerPage);
const ThemesPage = lazy(async () => (await import('./pages/themes/themes-page.tsx')).ThemesPage);
const ChangesPage = lazy(async () => (await import('./pages/changes/changes-page.tsx')).ChangesPage);
const AboutPage = lazy(async () => (await import('./pages/about/about-page.tsx')).AboutPage);
const AccessibilityPage = lazy(async () => (await import('./pages/about/accessibility-page.tsx')).AccessibilityPage);

/** An address without a language is the same page in Danish. */
function ToLanguage(): JSX.Element | null {
  const { url, route } = useLocation();
  const isPage = languageOf(url.split(/[?#]/)[0] ?? '') !== undefined;
  useLayoutEffect(() => {
    if (!isPage) route(`/da${url === '/' ? '/' : url}`, true);
  }, [isPage, url, route]);
  return isPage ? <MissingPage /> : null;
}

/** A new page begins at its heading, for those who see it and for those who hear it, or at the part that its address names. */
function toHeading(): void {
  if (toPart()) return;
  scrollTo(0, 0);
  document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
}

/** All pages. */
export function App(): JSX.Element {
  return (
    <LocationProvider scope={/^\/(da|en)(\/|$)/}>
      <Speaking>
        <Layout>
          <ErrorBoundary>
            <Router onRouteChange={toHeading}>
              <Route path="/:language" component={MapPage} />
              <Route path="/:language/registers/:id" component={RegisterPage} />
              <Route path="/:language/owner/:token" component={OwnerLinkPage} />
              <Route path="/:language/variables" component={VariablesPage} />
              <Route path="/:language/variables/:name" component={VariablePage} />
              <Route path="/:language/owners" component={OwnersPage} />
              <Route path="/:language/owners/:id" component={OwnerPage} />
              <Route path="/:language/themes" component={ThemesPage} />
              <Route path="/:language/changes" component={ChangesPage} />
              <Route path="/:language/about" component={AboutPage} />
              <Route path="/:language/accessibility" component={AccessibilityPage} />
              {operatorRoutes}
              <Route default component={ToLanguage} />
            </Router>
          </ErrorBoundary>
        </Layout>
      </Speaking>
    </LocationProvider>
  );
}
