/** The addresses of the console; its code is loaded when somebody goes there. */
import type { ComponentType } from 'preact';
import { lazy, Route } from 'preact-iso';

const at = (path: string, component: ComponentType) => (
  <Route key={path} path={`/:language/operator${path}`} component={component} />
);

/** A list, as a router takes routes as its own children only. */
export const operatorRoutes = [
  at(
    '',
    lazy(async () => (await import('./overview-page.tsx')).OverviewPage),
  ),
  at(
    '/sign-in',
    lazy(async () => (await import('./sign-in-page.tsx')).SignInPage),
  ),
  at(
    '/sources',
    lazy(async () => (await import('./sources-page.tsx')).SourcesPage),
  ),
  at(
    '/sources/new',
    lazy(async () => (await import('./new-source-page.tsx')).NewSourcePage),
  ),
  at(
    '/sources/:id',
    lazy(async () => (await import('./source-page.tsx')).SourcePage),
  ),
  at(
    '/runs',
    lazy(async () => (await import('./runs-page.tsx')).RunsPage),
  ),
  at(
    '/runs/:id',
    lazy(async () => (await import('./run-page.tsx')).RunPage),
  ),
  at(
    '/dead-letters',
    lazy(async () => (await import('./dead-letters-page.tsx')).DeadLettersPage),
  ),
  at(
    '/subscriptions',
    lazy(async () => (await import('./subscriptions-page.tsx')).SubscriptionsPage),
  ),
  at(
    '/subscriptions/new',
    lazy(async () => (await import('./new-subscription-page.tsx')).NewSubscriptionPage),
  ),
  at(
    '/subscriptions/:id',
    lazy(async () => (await import('./subscription-page.tsx')).SubscriptionPage),
  ),
  at(
    '/links',
    lazy(async () => (await import('./links-page.tsx')).LinksPage),
  ),
  at(
    '/audit',
    lazy(async () => (await import('./audit-page.tsx')).AuditPage),
  ),
];
