import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { MarketplaceId } from '../protocol'

/** What a product button asks for. */
export interface Wanted {
  vendorId: MarketplaceId
  productId: MarketplaceId | null
}

/** What the widget shows; one for all parts of a page. */
export const useWidgetView = defineStore('parley-widget', () => {
  const isOpen = ref(false)
  const roomId = ref<string>()
  const wanted = ref<Wanted>()

  return {
    isOpen,
    /** The conversation that is shown; the list of them without one. */
    roomId,
    /** The conversation that somebody wants to begin. */
    wanted,
    /** Opens the conversation with a vendor about a product. */
    ask(product: Wanted) {
      wanted.value = product
      isOpen.value = true
    },
    show(id: string | undefined) {
      roomId.value = id
      isOpen.value = true
    },
    close() {
      isOpen.value = false
    },
  }
})
