import './library.css'

export { default as VendorInbox } from './VendorInbox.vue'
