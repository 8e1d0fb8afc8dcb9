import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

/** The widget for any shop: one file that defines two elements and needs nothing else. */
export default defineConfig({
  plugins: [vue()],
  publicDir: false,
  define: {
    'process.env.NODE_ENV': '"production"',
    __VUE_OPTIONS_API__: 'false',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
  },
  build: {
    outDir: 'dist/widget',
    target: 'es2022',
    modulePreload: false,
    rolldownOptions: {
      input: 'src/widget/parley-chat.ts',
      output: { entryFileNames: 'parley-chat.js', codeSplitting: false },
    },
  },
})
