import './widget.css'

export { default as ChatWidget } from './ChatWidget.vue'
export { default as ChatPanel } from './ChatPanel.vue'
export { default as ProductChatButton } from './ProductChatButton.vue'
export { ChatRoom } from '../components'
export { useChatStore } from '../store'
export type { ChatOptions } from '../store'
