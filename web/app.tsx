/** Which address is which page, and what stands around all of them. */
import type { JSX } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { ErrorBoundary, LocationProvider, lazy, Route, Router, useLocation } from 'preact-iso';
import { languageOf, Speaking } from './language.tsx';
import { Layout } from './layout.tsx';
import { MapPage } from './pages/map/map-page.tsx';
import { MissingPage } from './pages/missing-page.tsx';
import { operatorRoutes } from './pages/operator/routes.tsx';

const RegisterPage = lazy(async () => (await import('./pages/register/register-page.tsx')).RegisterPage);

/** An address without a language is the same page in Danish. */
function ToLanguage(): JSX.Element | null {
  const { url, route } = useLocation();
  const isPage = languageOf(url.split(/[?#]/)[0] ?? '') !== undefined;
  useLayoutEffect(() => {
    if (!isPage) route(`/da${url === '/' ? '/' : url}`, true);
  }, [isPage, url, route]);
  return isPage ? <MissingPage /> : null;
}

/** A new page begins at its heading, for those who see it and for those who hear it. */
function toHeading(): void {
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
              {operatorRoutes}
              <Route default component={ToLanguage} />
            </Router>
          </ErrorBoundary>
        </Layout>
      </Speaking>
    </LocationProvider>
  );
}
