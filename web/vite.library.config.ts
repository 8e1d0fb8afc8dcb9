import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

/** The same for a shop that uses Vue itself, with its own Vue and Pinia. */
export default defineConfig({
  plugins: [vue()],
  publicDir: false,
  build: {
    outDir: 'dist/library',
    target: 'es2022',
    minify: false,
    cssMinify: 'lightningcss', // writes light-dark() for older browsers, too
    lib: {
      entry: 'src/widget/library.ts',
      formats: ['es'],
      fileName: () => 'parley.js',
      cssFileName: 'parley',
    },
    rollupOptions: { external: ['vue', 'pinia'] },
  },
})
