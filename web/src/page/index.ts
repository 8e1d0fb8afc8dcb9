export { default as PageShell } from './PageShell.vue'
export type { PageSession } from './signIn'
export { startPage } from './start'
