import { describe, expect, it } from 'vitest';
import { Frontier } from '#functions/harvest/frontier.ts';

describe('the frontier', () => {
  it('fetches a page once, whatever its fragment', () => {
    const frontier = new Frontier();
    expect(frontier.offer({ url: 'https://a.dk/x#top', relation: 'child' }, null)).toBe('taken');
    expect(frontier.offer({ url: 'https://A.dk:443/x', relation: 'child' }, null)).toBe('known');
    expect(frontier.take()?.key).toBe('https://a.dk/x');
    expect(frontier.take()).toBeUndefined();
  });

  it('sees that a list leads back to a page it has shown', () => {
    const frontier = new Frontier();
    frontier.offer({ url: 'https://a.dk/?page=2', relation: 'next' }, null);
    expect(frontier.offer({ url: 'https://a.dk/?page=2', relation: 'next' }, 'https://a.dk/?page=3')).toBe('loop');
  });

  it('sees that a list shows the same body under a new address', () => {
    const frontier = new Frontier();
    expect(frontier.repeatsBody({ url: 'https://a.dk/?page=2', relation: 'next' }, 'h')).toBe(false);
    expect(frontier.repeatsBody({ url: 'https://a.dk/?page=3', relation: 'next' }, 'h')).toBe(true);
    expect(frontier.repeatsBody({ url: 'https://a.dk/register', relation: 'child' }, 'h')).toBe(false);
  });

  it('does not take what is no web address', () => {
    expect(new Frontier().offer({ url: 'javascript:void(0)' }, null)).toBe('bad-address');
    expect(new Frontier().offer({ url: 'not an address' }, null)).toBe('bad-address');
  });

  it('goes on from its own data as if it had never been put down', () => {
    const frontier = new Frontier();
    frontier.offer({ url: 'https://a.dk/1' }, null);
    frontier.offer({ url: 'https://a.dk/2' }, 'https://a.dk/1');
    frontier.take();
    const again = new Frontier(JSON.parse(JSON.stringify(frontier.data)));
    expect(again.offer({ url: 'https://a.dk/1', relation: 'child' }, null)).toBe('known');
    expect(again.take()).toEqual({
      key: 'https://a.dk/2',
      parent: 'https://a.dk/1',
      request: { url: 'https://a.dk/2' },
    });
  });

  it('tells two postings to one address apart by what is posted', () => {
    const frontier = new Frontier();
    const post = (body: string) => frontier.offer({ url: 'https://a.dk/csw', method: 'POST', body }, null);
    expect([post('one'), post('two'), post('one')]).toEqual(['taken', 'taken', 'known']);
  });
});
