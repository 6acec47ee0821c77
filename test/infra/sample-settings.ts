/** Settings that are no addresses, as the functions take them. */
import type { Setting } from '#infra/topology-shape.ts';

export const sampleSettings: Readonly<Partial<Record<Setting, string>>> = {
  SECRETS: 'secrets-manager',
  CONTACT: 'us@data.example.dk',
  LINK_SECRET: 'what-the-links-of-owners-are-signed-with',
  SIGN_IN: JSON.stringify({
    client: 'pages',
    authorize: 'https://login.example/authorize',
    token: 'https://login.example/token',
    scopes: ['openid'],
  }),
};
