import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

/** The same for a shop that uses Vue itself, with its own Vue and Pinia; what is for vendors
 * and what is for admins are parts of their own, with styles of their own. */
export default defineConfig({
  plugins: [vue()],
  publicDir: false,
  build: {
    outDir: 'dist/library',
    target: 'es2022',
    minify: false,
    cssCodeSplit: true,
    cssMinify: 'lightningcss', // writes light-dark() for older browsers, too
    lib: {
      entry: {
        parley: 'src/widget/library.ts',
        vendor: 'src/vendor/library.ts',
        admin: 'src/admin/library.ts',
      },
      formats: ['es'],
    },
    rollupOptions: {
      external: ['vue', 'pinia', 'reka-ui', '@internationalized/date', 'chart.js'],
    },
  },
})
