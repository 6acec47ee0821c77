/**
 * Makes dkfds themeable: its style sheet is compiled with fixed colours, some twenty of them. Each becomes a custom property of
 * the colour's own name with the colour as its value, so that the dark scheme can say what stands in its place (theme.css).
 */
import type { Plugin, Root } from 'postcss';

const HEX = /#(?:[0-9a-f]{3,4}){1,2}\b/gi;

/** Shades of nothing and of black are shadows and veils: they are the same in every scheme. */
const KEPT: ReadonlySet<string> = new Set(['0000', '0003', '0006', 'fff3']);

/** The name of a colour's property: `--dkfds-1a1a1a`. */
const propertyOf = (hex: string): string => `--dkfds-${hex.slice(1).toLowerCase()}`;

const isOwn = (file: string | undefined): boolean => !/node_modules[\\/]dkfds/.test(file ?? '');

/** Formats of fonts that every browser of the last ten years can do without. */
const OLD_FONT = /url\([^)]*\.(?:eot|ttf|woff)\)(?:\s*format\("[^"]*"\))?,?\s*/g;

const withoutOldFonts = (sources: string): string => sources.replace(OLD_FONT, '').replace(/,\s*$/, '');

/** Weights and slopes that no page uses. */
const UNUSED_FONT = /italic|Medium/i;

const themedColour = (hex: string): string =>
  KEPT.has(hex.slice(1).toLowerCase()) ? hex : `var(${propertyOf(hex)},${hex.toLowerCase()})`;

/** @returns a plugin of PostCSS that rewrites the colours of dkfds and leaves out its old fonts. */
export function themed(): Plugin {
  return {
    postcssPlugin: 'themed',
    // Once over the whole sheet: a visitor of declarations would be called again for what it has written itself.
    OnceExit(root: Root) {
      root.walkDecls((declaration) => {
        if (isOwn(declaration.source?.input.file)) return;
        if (declaration.prop === 'src') declaration.value = withoutOldFonts(declaration.value);
        else declaration.value = declaration.value.replace(HEX, themedColour);
      });
      root.walkAtRules('font-face', (rule) => {
        if (!isOwn(rule.source?.input.file) && UNUSED_FONT.test(rule.toString())) rule.remove();
      });
    },
  };
}
