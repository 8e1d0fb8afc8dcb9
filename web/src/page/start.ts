import { createPinia } from 'pinia'
import { createApp } from 'vue'
import type { Component } from 'vue'

/** Shows a page where its document has an element with the id `page`. */
export function startPage(page: Component): void {
  createApp(page).use(createPinia()).mount('#page')
}
