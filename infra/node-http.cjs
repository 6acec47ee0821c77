/** `node:http` for bundles; infra/bundle.ts says why. */
module.exports = process.getBuiltinModule('node:http');
