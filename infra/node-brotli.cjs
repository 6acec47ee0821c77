/** What unpacks brotli, for bundles; infra/bundle.ts says why. */
const { brotliDecompressSync } = process.getBuiltinModule('node:zlib');

module.exports = (bytes) => brotliDecompressSync(bytes);
