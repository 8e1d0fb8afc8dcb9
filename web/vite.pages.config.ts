import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

/** Pages that are served as they are, each in a directory of its own. Nothing in them is inline, so
 * that their policy can be strict. */
export default defineConfig({
  plugins: [vue()],
  root: 'pages',
  publicDir: '../public',
  define: { __VUE_OPTIONS_API__: 'false' },
  build: {
    outDir: '../dist/pages',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: {
        shop: 'pages/shop/index.html',
        rooms: 'pages/rooms/index.html',
        vendor: 'pages/vendor/chats/index.html',
        admin: 'pages/admin/chats/index.html',
      },
    },
  },
})
