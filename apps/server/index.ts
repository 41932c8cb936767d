export { greeting, type Serving, serve } from './serve.ts'
export { type Config, readConfig, redacted } from './start/config.ts'
export { type OpenStore, openStore } from './start/open-store.ts'
